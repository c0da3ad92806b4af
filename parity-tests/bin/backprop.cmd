@echo off
rem The command backprop: builds what is missing, and starts the JVM the fast way.
rem A path may hold a parenthesis, which would end a block of commands: there are none here.
setlocal
set "here=%~dp0.."
set "jar=%here%\target\backprop.jar"
set "classes=%here%\target\backprop.jsa"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME goto there
where /q java
if errorlevel 1 goto nothing
goto found
:there
if exist "%java%" goto found
:nothing
echo "%java%": expected a JDK, 17 or later, on the PATH or in JAVA_HOME. 1>&2
exit /b 2

:found
if exist "%jar%" goto built
echo Building "%jar%": this takes a minute, once. 1>&2
pushd "%here%\.."
call mvnw.cmd -q package -DskipTests 1>&2
popd
if not exist "%jar%" exit /b 2

:built
if exist "%classes%" goto fast
"%java%" "-XX:ArchiveClassesAtExit=%classes%" -jar "%jar%" explain >nul 2>nul

:fast
set "quick=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if "%~1"=="train" set "quick="
if "%~1"=="fuzz" set "quick="
"%java%" %quick% -Xlog:disable "-XX:SharedArchiveFile=%classes%" -jar "%jar%" %*
exit /b %errorlevel%
