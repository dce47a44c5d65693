; What Windows is told: folders and their rights, the list of programs, the menu, the task. docs/decisions/windows-setup.md says why.

; Only where this setup, or one before it, did not give them yet: who narrowed them afterwards is not overruled by the next version.
Function MakeDataFolders
  ReadRegDWORD $0 HKLM "${OWN_KEY}" "FolderRights"
  ${If} $0 = 1
    CreateDirectory $DataFolder
    CreateDirectory $DropFolder
    Return
  ${EndIf}
  StrCpy $R0 1
  StrCpy $RightsFolder $DataFolder
  Call GiveRights
  StrCpy $RightsFolder $DropFolder
  Call GiveRights
  WriteRegDWORD HKLM "${OWN_KEY}" "FolderRights" $R0
FunctionEnd

; Names of groups differ with the language of Windows, their numbers do not: SYSTEM, Administrators, Users.
Function GiveRights ; to $RightsFolder; $R0 becomes 0 where it did not work
  CreateDirectory $RightsFolder
  nsExec::Exec '"$SYSDIR\icacls.exe" "$RightsFolder" /setowner *S-1-5-32-544 /Q'
  Pop $0
  nsExec::Exec '"$SYSDIR\icacls.exe" "$RightsFolder" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)M /Q'
  Pop $0
  ${If} $0 != 0
    StrCpy $R0 0
    StrCpy $Words "$(TEXT_RIGHTS)"
    Call WriteLog
  ${EndIf}
FunctionEnd

Function TellWindows
  ClearErrors
  WriteUninstaller "$INSTDIR\uninstall.exe"
  !insertmacro FailOnErrors
  CreateShortcut "$SMPROGRAMS\${LINK}" "$INSTDIR\KT1Desk.exe"
  WriteRegStr HKLM "${OWN_KEY}" "Root" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayName" "Bàn KT1"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\KT1Desk.exe"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKLM "${UNINSTALL_KEY}" "NoRepair" 1
FunctionEnd

; Clerks are no administrators: the task does what they ask for, as SYSTEM, and its own rights let them start it.
Function MakeTask
  InitPluginsDir
  File "/oname=$PLUGINSDIR\task.xml" "${TASK_FILE}"
  nsExec::Exec '"$SYSDIR\schtasks.exe" /Create /F /TN "${TASK}" /XML "$PLUGINSDIR\task.xml"'
  Pop $0
  ${If} $0 != 0
    StrCpy $Words "$(TEXT_TASK)"
    Call WriteLog
    MessageBox MB_ICONEXCLAMATION $Words /SD IDOK
  ${EndIf}
FunctionEnd

Function un.RemoveTask
  nsExec::Exec '"$SYSDIR\schtasks.exe" /Delete /F /TN "${TASK}"'
  Pop $0
FunctionEnd

; Everybody may write there, so a clerk may have put a link to another folder into it. `rd` removes the link; RMDir /r would go through it
; with an administrator's rights.
Function un.RemoveDropFolder
  nsExec::Exec '"$SYSDIR\cmd.exe" /c rd /s /q "$DropFolder"'
  Pop $0
FunctionEnd
