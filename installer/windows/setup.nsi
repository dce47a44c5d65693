; The Windows setup: docs/decisions/installed.md is its layout, docs/decisions/windows-setup.md says why it works as it does.
; Built by `python -m installer.windows.setup`, which gives VERSION, BASE, PAYLOAD (the file lists), OUT, ROOM_MB, SIZE_KB, TASK_FILE and,
; where wanted, FAST, TRUST and SIGN_UNINSTALLER. A 32-bit Windows refuses an amd64 program by itself, before a line of this runs.

Unicode true
Target amd64-unicode
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
CRCCheck force
SetDateSave off
RequestExecutionLevel admin
ManifestDPIAware true
ManifestSupportedOS Win10
AllowRootDirInstall false
SetOverwrite on

!define TASK "KT1 Desk Upgrade"
!define LINK "Bàn KT1.lnk"
!define OWN_KEY "Software\KT1Desk"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\KT1Desk"
!define OLDEST_BUILD 17763
!define SELF_TEST_MS 300000

; What a person who starts it silently can tell by (0: done; 1: closed by the user; 2: damaged file, told by NSIS itself).
!define EXIT_WINDOWS 4
!define EXIT_RUNS 5
!define EXIT_OLDER 6
!define EXIT_SHIFT 7
!define EXIT_ROOM 8
!define EXIT_FILES 9
!define EXIT_SELF_TEST 10

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include TextFunc.nsh
!include WordFunc.nsh

Name "Bàn KT1 ${VERSION}"

OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\KT1Desk"
BrandingText "Bàn KT1"
VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=1066 "ProductName" "Bàn KT1"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileDescription" "Cài đặt Bàn KT1"
VIAddVersionKey /LANG=1066 "LegalCopyright" "AGPL-3.0-or-later"

Var Build          ; of Windows
Var Installed      ; the version that current.txt names; empty where none is installed
Var InstalledBase  ; the base it runs on
Var DataFolder     ; the desk's data: made once, never touched again
Var DropFolder     ; what a desk fetched for an upgrade
Var RoomDrive
Var RoomFree       ; MB
Var RightsFolder
Var Held           ; handle of the launcher: nobody starts the program while its files change
Var Log
Var Words          ; what is to be told
Var Code           ; the exit code that goes with it
Var Report         ; the self-test's own
Var BaseIsNew      ; 1: this setup wrote the base

!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "$(TEXT_WELCOME)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TEXT "$(TEXT_DONE)"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

!include "setup_texts.nsh"
!include "${PAYLOAD}"
!include "setup_checks.nsh"
!include "setup_steps.nsh"
!include "setup_system.nsh"

!ifdef SIGN_UNINSTALLER
  !uninstfinalize '${SIGN_UNINSTALLER} "%1"' = 0
!endif

Function .onInit
  !insertmacro KnowPlaces
  Call BeginLog
  Call BeOnlySetup
  Call CheckMachine
FunctionEnd

Section
  Call CheckMachine ; again: minutes may have gone by on the first page
  Call HoldProgram
  Call PutFiles
  Call MakeDataFolders
  Call SelfTest
  Call PutTrust
  Call LetProgramGo
  Call PutLaunchers
  Call SwitchVersion
  Call RemoveOldVersions
  Call TellWindows
  Call MakeTask
  StrCpy $Words "$(TEXT_DONE)"
  Call WriteLog
SectionEnd

Function .onInstFailed
  Call LetProgramGo
FunctionEnd

Function un.onInit
  !insertmacro KnowPlaces
  ${If} ${FileExists} "$INSTDIR\KT1Desk.exe"
    !insertmacro FailIfRuns "$INSTDIR\KT1Desk.exe" un.Runs
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\kt1desk-cli.exe"
    !insertmacro FailIfRuns "$INSTDIR\kt1desk-cli.exe" un.Runs
  ${EndIf}
FunctionEnd

Function un.Runs
  MessageBox MB_ICONSTOP "$(TEXT_UN_RUNS)" /SD IDOK
  SetErrorLevel ${EXIT_RUNS}
  Quit
FunctionEnd

Section Uninstall
  Call un.RemoveTask
  Delete "$SMPROGRAMS\${LINK}"
  RMDir /r "$INSTDIR\versions"
  RMDir /r "$INSTDIR\bases"
  RMDir /r "$INSTDIR\trust"
  Delete "$INSTDIR\current.txt"
  Delete "$INSTDIR\current.txt.new"
  Delete "$INSTDIR\previous.txt"
  Delete "$INSTDIR\previous.txt.new"
  Delete "$INSTDIR\last-upgrade.json"
  Delete "$INSTDIR\upgrade.lock"
  Delete "$INSTDIR\KT1Desk.exe"
  Delete "$INSTDIR\KT1Desk.exe.new"
  Delete "$INSTDIR\kt1desk-cli.exe"
  Delete "$INSTDIR\kt1desk-cli.exe.new"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Call un.RemoveDropFolder
  DeleteRegKey HKLM "${UNINSTALL_KEY}"
  DeleteRegKey HKLM "${OWN_KEY}"
  DetailPrint "$(TEXT_UN_DONE)"
  MessageBox MB_ICONINFORMATION "$(TEXT_UN_DONE)" /SD IDOK
SectionEnd
