@echo off
rem Aforo's one command on Windows: finds a JDK, builds the product if it is missing, and starts it.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JDK=%JAVA_HOME%"
if not defined JDK for /f "delims=" %%j in ('where java 2^>nul') do if not defined JDK for %%k in ("%%~dpj..") do set "JDK=%%~fk"
if not defined JDK (
    echo aforo: no JDK 21 or newer found; install one and set JAVA_HOME 1>&2
    exit /b 1
)
set "JAVA_HOME=%JDK%"
if "%~1"=="test" (
    call "%HOME_DIR%mvnw.cmd" -B -ntp -f "%HOME_DIR%pom.xml" verify
    exit /b !errorlevel!
)
set "PRODUCT=%HOME_DIR%releng\org.aforo.product.headless\target\products\aforo-headless\win32\win32\x86_64"
if not exist "%PRODUCT%" (
    echo aforo: building, the first time only 1>&2
    call "%HOME_DIR%mvnw.cmd" -B -ntp -q -f "%HOME_DIR%pom.xml" -DskipTests -Dtests.compiled=none -Dformatter.skip=true package || exit /b 1
)
for %%l in ("%PRODUCT%\plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%l"
"%JDK%\bin\java" @"%HOME_DIR%releng\jvm.options" -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%HOME_DIR%target\aforo.jsa" ^
    "-Djava.util.logging.config.file=%HOME_DIR%releng\logging.properties" ^
    -jar "%LAUNCHER%" -nosplash -configuration "%HOME_DIR%target\configuration" -data @none %*
