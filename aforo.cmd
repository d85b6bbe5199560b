@echo off
rem Aforo's one command on Windows: finds a JDK, builds the products if they are missing, and starts one.
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
set "HEADLESS=%HOME_DIR%releng\org.aforo.product.headless\target\products\aforo-headless\win32\win32\x86_64"
set "WORKBENCH=%HOME_DIR%releng\org.aforo.product\target\products\aforo-workbench\win32\win32\x86_64"
set "MISSING="
if not exist "%HEADLESS%" set "MISSING=yes"
if not exist "%WORKBENCH%" set "MISSING=yes"
if defined MISSING (
    echo aforo: building, the first time only 1>&2
    call "%HOME_DIR%mvnw.cmd" -B -ntp -q -f "%HOME_DIR%pom.xml" -DskipTests -Dtests.compiled=none -Dformatter.skip=true package || exit /b 1
)
if "%~1"=="" goto workbench
if "%~1"=="workbench" goto workbench
for %%l in ("%HEADLESS%\plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%l"
"%JDK%\bin\java" @"%HOME_DIR%releng\jvm.options" -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%HOME_DIR%target\aforo.jsa" ^
    "-Djava.util.logging.config.file=%HOME_DIR%releng\logging.properties" ^
    -jar "%LAUNCHER%" -nosplash -configuration "%HOME_DIR%target\configuration" -data @none %*
exit /b !errorlevel!

rem Opens the workbench, again where it asks for that (exit code 23), as after a change of language.
:workbench
set "ARGUMENTS="
:next
if "%~1"=="workbench" shift & goto next
if not "%~1"=="" (
    set ARGUMENTS=!ARGUMENTS! "%~1"
    shift
    goto next
)
for %%l in ("%WORKBENCH%\plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%l"
set "AREA=%HOME_DIR%target\workbench"
:again
set "NL="
if exist "%AREA%\org.aforo.ui.app\language" set /p NL=<"%AREA%\org.aforo.ui.app\language"
if defined NL set "NL=-nl !NL!"
"%JDK%\bin\java" @"%HOME_DIR%releng\workbench.options" -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%HOME_DIR%target\workbench.jsa" ^
    "-Djava.util.logging.config.file=%HOME_DIR%releng\logging.properties" ^
    -jar "%LAUNCHER%" -nosplash -configuration "%AREA%" -data @noDefault !NL! !ARGUMENTS!
if !errorlevel!==23 goto again
exit /b !errorlevel!
