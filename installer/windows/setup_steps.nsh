; How files come to lie where they belong. Nothing that a version runs on is overwritten; a folder is written under a name that ends with
; .part and renamed when it is whole, a small file likewise.

Function FilesFail
  !insertmacro Refuse ${EXIT_FILES} "$(TEXT_FILES)"
FunctionEnd

!macro FailOnErrors
  ${If} ${Errors}
    Call FilesFail
  ${EndIf}
!macroend

; $R0.part becomes $R0; what lay there goes. Cut off between the two renames, $R0.old comes back at the next run (FinishOldSwap).
Function SwapFolder
  ClearErrors
  ${If} ${FileExists} "$R0\*.*"
    Rename "$R0" "$R0.old"
    !insertmacro FailOnErrors
  ${EndIf}
  Rename "$R0.part" "$R0"
  ${If} ${Errors}
    Rename "$R0.old" "$R0"
    Call FilesFail
  ${EndIf}
  RMDir /r "$R0.old"
FunctionEnd

Function FinishOldSwap ; $R0
  RMDir /r "$R0.part"
  ${If} ${FileExists} "$R0.old\*.*"
    ${If} ${FileExists} "$R0\*.*"
      RMDir /r "$R0.old"
    ${Else}
      Rename "$R0.old" "$R0"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function PutBase
  StrCpy $R0 "$INSTDIR\bases\${BASE}"
  StrCpy $R1 "$R0.part"
  ClearErrors
  !insertmacro BaseFiles
  !insertmacro FailOnErrors
  SetOutPath $INSTDIR ; a current folder cannot be renamed
  Call SwapFolder
  StrCpy $BaseIsNew 1
FunctionEnd

Function PutVersion
  StrCpy $R0 "$INSTDIR\versions\${VERSION}"
  StrCpy $R1 "$R0.part"
  ClearErrors
  !insertmacro VersionFiles
  !insertmacro FailOnErrors
  SetOutPath $INSTDIR
  Call SwapFolder
FunctionEnd

Function PutFiles
  StrCpy $BaseIsNew 0
  StrCpy $R0 "$INSTDIR\bases\${BASE}"
  Call FinishOldSwap
  ; A base that the version of today runs on stays as it is, unless that version itself is put in order.
  ${If} $Installed == "${VERSION}"
  ${OrIfNot} ${FileExists} "$R0\base.json"
    Call PutBase
  ${EndIf}
  StrCpy $R0 "$INSTDIR\versions\${VERSION}"
  Call FinishOldSwap
  Call PutVersion
FunctionEnd

; $R1.new replaces $R1 at once, and both are on the disk afterwards.
Function ReplaceFile
  System::Call 'kernel32::MoveFileExW(w "$R1.new", w R1, i 9) i .r0' ; REPLACE_EXISTING | WRITE_THROUGH
  ${If} $0 = 0
    Call FilesFail
  ${EndIf}
FunctionEnd

; $R1: path, $R2: one line.
Function WriteLine
  ClearErrors
  FileOpen $1 "$R1.new" w
  FileWrite $1 "$R2$\n"
  !insertmacro FailOnErrors
  System::Call 'kernel32::FlushFileBuffers(p r1)'
  FileClose $1
  Call ReplaceFile
FunctionEnd

; Launchers hardly ever change, and they start every version; each is replaced at once.
Function PutLaunchers
  SetOutPath $INSTDIR
  ClearErrors
  !insertmacro LauncherFiles ; as *.exe.new
  !insertmacro FailOnErrors
  StrCpy $R1 "$INSTDIR\kt1desk-cli.exe"
  Call ReplaceFile
  StrCpy $R1 "$INSTDIR\KT1Desk.exe"
  Call ReplaceFile
FunctionEnd

!ifdef TRUST
; $0 = 1 where $R1 and $R1.new have the same bytes.
Function IsSame
  StrCpy $0 0
  ClearErrors
  FileOpen $1 "$R1" r
  ${If} ${Errors}
    Return
  ${EndIf}
  FileOpen $2 "$R1.new" r
  ${Do}
    FileReadByte $1 $3
    ${If} ${Errors}
      StrCpy $3 -1
      ClearErrors
    ${EndIf}
    FileReadByte $2 $4
    ${If} ${Errors}
      StrCpy $4 -1
      ClearErrors
    ${EndIf}
    ${If} $3 <> $4
      ${Break}
    ${EndIf}
  ${LoopUntil} $3 = -1
  ${If} $3 = $4
    StrCpy $0 1
  ${EndIf}
  FileClose $1
  FileClose $2
FunctionEnd
!endif

; Other keys than before: what was known of releases was signed by the old ones and would refuse the new.
Function PutTrust
!ifdef TRUST
  CreateDirectory "$INSTDIR\trust"
  SetOutPath "$INSTDIR\trust"
  ClearErrors
  File "/oname=root.json.new" "${TRUST}"
  !insertmacro FailOnErrors
  SetOutPath $INSTDIR
  StrCpy $R1 "$INSTDIR\trust\root.json"
  Call IsSame
  ${If} $0 = 1
    Delete "$R1.new"
  ${Else}
    RMDir /r "$INSTDIR\trust\metadata"
    Call ReplaceFile
  ${EndIf}
!endif
FunctionEnd

; The new version by its own programs, whichever version the pointer names. $0: exit code, or a word where it could not be run.
Function RunSelfTest
  StrCpy $1 "$INSTDIR\bases\${BASE}"
  nsExec::ExecToStack /TIMEOUT=${SELF_TEST_MS} '"$1\runtime\python.exe" -I "$1\start.py" "$INSTDIR\versions\${VERSION}\app" --self-test --report "$Report"'
  Pop $0
  Pop $1 ; its words; the report has them whole
  StrCpy $Words "--self-test ${VERSION}: $0"
  Call WriteLog
FunctionEnd

Function SelfTest
  Call RunSelfTest
  ${If} $0 != 0
  ${AndIf} $BaseIsNew = 0 ; perhaps the base that was there is damaged: the one of this file, then
    Call PutBase
    Call RunSelfTest
  ${EndIf}
  ${If} $0 != 0
    Call TakeFilesBack
    !insertmacro Refuse ${EXIT_SELF_TEST} "$(TEXT_SELF_TEST)"
  ${EndIf}
FunctionEnd

Function TakeFilesBack ; the version that works today keeps its files; where there is none, nothing stays
  ${If} $Installed != "${VERSION}"
    RMDir /r "$INSTDIR\versions\${VERSION}"
  ${EndIf}
  ${IfNot} ${FileExists} "$INSTDIR\current.txt"
    RMDir /r "$INSTDIR\bases\${BASE}"
    SetOutPath $TEMP
    RMDir "$INSTDIR\versions"
    RMDir "$INSTDIR\bases"
    RMDir "$INSTDIR"
    RMDir $DropFolder ; only where they are empty
    RMDir $DataFolder
  ${EndIf}
FunctionEnd

Function SwitchVersion
  ${If} $Installed != ""
  ${AndIf} $Installed != "${VERSION}"
    StrCpy $R1 "$INSTDIR\previous.txt"
    StrCpy $R2 $Installed
    Call WriteLine
  ${ElseIf} $Installed == ""
    Delete "$INSTDIR\previous.txt"
  ${EndIf}
  StrCpy $R1 "$INSTDIR\current.txt"
  StrCpy $R2 "${VERSION}"
  Call WriteLine
FunctionEnd

; Kept: the version that starts and the one before. After a repair the one before is whatever previous.txt names, so nothing is removed.
Function RemoveOldVersions
  ${If} $Installed == "${VERSION}"
    Return
  ${EndIf}
  StrCpy $R0 "$INSTDIR\versions"
  StrCpy $R2 "${VERSION}"
  StrCpy $R3 $Installed
  Call RemoveOthers
  ${If} $Installed == ""
  ${OrIf} $InstalledBase != "" ; a base that nobody could name stays
    StrCpy $R0 "$INSTDIR\bases"
    StrCpy $R2 "${BASE}"
    StrCpy $R3 $InstalledBase
    Call RemoveOthers
  ${EndIf}
FunctionEnd

Function RemoveOthers ; in $R0 all folders but $R2 and $R3
  FindFirst $1 $2 "$R0\*.*"
  ${DoWhile} $2 != ""
    ${If} $2 != "."
    ${AndIf} $2 != ".."
    ${AndIf} $2 != $R2
    ${AndIf} $2 != $R3
      RMDir /r "$R0\$2"
    ${EndIf}
    FindNext $1 $2
  ${Loop}
  FindClose $1
FunctionEnd
