; What is asked before anything is changed, and how a refusal is told: a box, a line in the log, an exit code of its own.

!macro KnowPlaces
  SetRegView 64
  SetShellVarContext all ; $APPDATA is ProgramData then
  StrCpy $INSTDIR "$PROGRAMFILES64\KT1Desk" ; one place for every desk, whatever /D= says
  StrCpy $DataFolder "$APPDATA\KT1 Desk"
  StrCpy $DropFolder "$APPDATA\KT1 Desk Upgrade"
!macroend

; A program that runs keeps its file from being opened for writing. Calls WHAT where it does.
!macro FailIfRuns FILE WHAT
  ClearErrors
  FileOpen $0 "${FILE}" a
  ${If} ${Errors}
    Call ${WHAT}
  ${EndIf}
  FileClose $0
!macroend

Function BeginLog
  StrCpy $Log "$TEMP\KT1Desk-setup.txt"
  StrCpy $Report "$TEMP\KT1Desk-self-test.txt"
  FileOpen $0 $Log w
  FileWriteUTF16LE /BOM $0 "KT1Desk ${VERSION} (${BASE})$\r$\n"
  FileClose $0
FunctionEnd

Function WriteLog ; $Words; leaves $0 to $R8 alone
  DetailPrint $Words
  ClearErrors
  FileOpen $R9 $Log a
  ${IfNot} ${Errors}
    FileSeek $R9 0 END
    FileWriteUTF16LE $R9 "$Words$\r$\n"
    FileClose $R9
  ${EndIf}
FunctionEnd

Function Refuse ; $Words, $Code
  Call WriteLog
  Call LetProgramGo
  MessageBox MB_ICONSTOP $Words /SD IDOK
  SetErrorLevel $Code
  Quit
FunctionEnd

!macro Refuse CODE WORDS
  StrCpy $Code ${CODE}
  StrCpy $Words "${WORDS}"
  Call Refuse
!macroend

Function Runs
  !insertmacro Refuse ${EXIT_RUNS} "$(TEXT_RUNS)"
FunctionEnd

Function BeOnlySetup
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Global\KT1DeskSetup") p .r0 ?e'
  Pop $0
  ${If} $0 = 183 ; ERROR_ALREADY_EXISTS
    !insertmacro Refuse ${EXIT_RUNS} "$(TEXT_SETUP_RUNS)"
  ${EndIf}
FunctionEnd

Function CheckMachine
  ReadRegStr $Build HKLM "SOFTWARE\Microsoft\Windows NT\CurrentVersion" "CurrentBuildNumber"
  ${If} $Build < ${OLDEST_BUILD}
    !insertmacro Refuse ${EXIT_WINDOWS} "$(TEXT_WINDOWS)"
  ${EndIf}
  Call ReadInstalled
  ${If} $Installed != ""
    ${VersionCompare} "$Installed" "${VERSION}" $0
    ${If} $0 = 1
      !insertmacro Refuse ${EXIT_OLDER} "$(TEXT_OLDER)"
    ${EndIf}
    ; The same version anew changes no data's form: it is the way out of a damaged program in the middle of a shift.
    ${If} $Installed != "${VERSION}"
    ${AndIf} ${FileExists} "$DataFolder\open-shift"
      !insertmacro Refuse ${EXIT_SHIFT} "$(TEXT_SHIFT)"
    ${EndIf}
  ${EndIf}
  Call CheckRoom
  ${If} ${FileExists} "$INSTDIR\KT1Desk.exe"
    !insertmacro FailIfRuns "$INSTDIR\KT1Desk.exe" Runs
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\kt1desk-cli.exe"
    !insertmacro FailIfRuns "$INSTDIR\kt1desk-cli.exe" Runs
  ${EndIf}
FunctionEnd

Function ReadInstalled
  StrCpy $Installed ""
  StrCpy $InstalledBase ""
  ClearErrors
  FileOpen $0 "$INSTDIR\current.txt" r
  ${If} ${Errors}
    Return
  ${EndIf}
  FileRead $0 $Installed
  FileClose $0
  ${TrimNewLines} $Installed $Installed
  ${If} $Installed == ""
  ${OrIfNot} ${FileExists} "$INSTDIR\versions\$Installed\version.json"
    StrCpy $Installed "" ; a pointer to nothing is no version
    Return
  ${EndIf}
  Call ReadInstalledBase
FunctionEnd

Function ReadInstalledBase ; version.json has one value a line, the bases before the files
  FileOpen $0 "$INSTDIR\versions\$Installed\version.json" r
  ${For} $1 1 12
    FileRead $0 $2
    ${WordFind} $2 '"windows-x64": "' "E+1}" $3
    ${IfNot} ${Errors}
      StrCpy $InstalledBase $3 12
      ${Break}
    ${EndIf}
    ClearErrors
  ${Next}
  FileClose $0
FunctionEnd

Function CheckRoom
  StrCpy $RoomDrive $INSTDIR 2
  ${DriveSpace} "$RoomDrive\" "/D=F /S=M" $RoomFree
  ${If} $RoomFree < ${ROOM_MB}
    !insertmacro Refuse ${EXIT_ROOM} "$(TEXT_ROOM)"
  ${EndIf}
FunctionEnd

; Held open until the new version has proved itself: nobody starts the desk meanwhile.
Function HoldProgram
  StrCpy $Held ""
  ${If} ${FileExists} "$INSTDIR\KT1Desk.exe"
    ClearErrors
    FileOpen $Held "$INSTDIR\KT1Desk.exe" a
    ${If} ${Errors}
      StrCpy $Held ""
      Call Runs
    ${EndIf}
  ${EndIf}
FunctionEnd

Function LetProgramGo
  ${If} $Held != ""
    FileClose $Held
    StrCpy $Held ""
  ${EndIf}
FunctionEnd
