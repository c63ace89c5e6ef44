@echo off
rem Starts Headroom with the JDK 25 named by HEADROOM_JAVA or JAVA_HOME, or found on the path.
setlocal
set "here=%~dp0.."
if defined HEADROOM_JAVA (set "java=%HEADROOM_JAVA%") else if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java")
"%java%" --module-path "%here%\fx" --add-modules javafx.controls,javafx.swing --enable-native-access=javafx.graphics --add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED -Dprism.dirtyregioncount=15 -Dprism.disableRegionCaching=true -XX:+UseSerialGC -XX:MetaspaceSize=64m -cp "%here%\lib\*" io.headroom.Main %*
exit /b %ERRORLEVEL%
