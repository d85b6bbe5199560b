@echo off
rem Starts Aforo from where it was unpacked; wants a JDK and nothing else. "aforo --help" lists the verbs.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JDK=%JAVA_HOME%"
if not defined JDK for /f "delims=" %%j in ('where java 2^>nul') do if not defined JDK for %%k in ("%%~dpj..") do set "JDK=%%~fk"
if not defined JDK (
    echo aforo: no JDK 21 or newer found; install one and set JAVA_HOME 1>&2
    exit /b 1
)
set "WORK=%HOME_DIR%work"
set "AREA=%HOME_DIR%configuration"
if not exist "%WORK%" mkdir "%WORK%" 2>nul
if not exist "%WORK%" (
    set "WORK=%LOCALAPPDATA%\aforo"
    set "AREA=%LOCALAPPDATA%\aforo\workbench"
    if not exist "!WORK!" mkdir "!WORK!"
)
for %%l in ("%HOME_DIR%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%l"
set "UI="
for %%l in ("%HOME_DIR%plugins\org.aforo.ui.app_*.jar") do if exist "%%l" set "UI=yes"
if "%~1"=="" if defined UI goto workbench
if "%~1"=="workbench" goto workbench
:bench
"%JDK%\bin\java" "@%HOME_DIR%jvm.options" -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%WORK%\aforo.jsa" ^
    "-Djava.util.logging.config.file=%HOME_DIR%logging.properties" ^
    -jar "%LAUNCHER%" -nosplash -configuration "%WORK%\configuration" -data @none -application org.aforo.headless.app %*
exit /b !errorlevel!

rem Opens the workbench, again where it asks for that (exit code 23), as after a change of language.
:workbench
if not defined UI (
    echo aforo: this is the headless product; the workbench is a product of its own 1>&2
    exit /b 1
)
if "%~2"=="--help" goto bench
set "ARGUMENTS="
:next
if "%~1"=="workbench" shift & goto next
if not "%~1"=="" (
    set ARGUMENTS=!ARGUMENTS! "%~1"
    shift
    goto next
)
:again
set "NL="
if exist "%AREA%\org.aforo.ui.app\language" set /p NL=<"%AREA%\org.aforo.ui.app\language"
if defined NL set "NL=-nl !NL!"
"%JDK%\bin\java" "@%HOME_DIR%workbench.options" -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%WORK%\workbench.jsa" ^
    "-Djava.util.logging.config.file=%HOME_DIR%logging.properties" ^
    -jar "%LAUNCHER%" -nosplash -configuration "%AREA%" -data @noDefault !NL! !ARGUMENTS!
if !errorlevel!==23 goto again
exit /b !errorlevel!
