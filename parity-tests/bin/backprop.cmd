@echo off
rem The command backprop: builds what is missing, and starts the JVM the fast way.
setlocal
set "here=%~dp0.."
set "jar=%here%\target\backprop.jar"
set "classes=%here%\target\backprop.jsa"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if not exist "%jar%" (
  echo Building %jar%: this takes a minute, once. 1>&2
  pushd "%here%\.."
  call mvnw.cmd -q package -DskipTests 1>&2
  if errorlevel 1 exit /b 2
  popd
)
if not exist "%classes%" (
  "%java%" -XX:ArchiveClassesAtExit="%classes%" -jar "%jar%" explain >nul 2>nul
)
set "quick=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if "%~1"=="train" set "quick="
if "%~1"=="fuzz" set "quick="
"%java%" %quick% -Xlog:disable "-XX:SharedArchiveFile=%classes%" -jar "%jar%" %*
