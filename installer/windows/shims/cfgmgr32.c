/* Stand-in for Windows' tree of devices under Wine, for tests only: nothing is plugged in. Wine 8 lacks the last function. */

#include <windows.h>

#define EXPORT __declspec(dllexport)
#define NO_SUCH_DEVNODE 0x0D /* CR_NO_SUCH_DEVNODE, cfgmgr32.h */

EXPORT DWORD WINAPI CM_Get_Parent(DWORD *parent, DWORD node, ULONG flags)
{ (void)parent; (void)node; (void)flags; return NO_SUCH_DEVNODE; }

EXPORT DWORD WINAPI CM_Get_Device_IDW(DWORD node, WCHAR *id, ULONG length, ULONG flags)
{ (void)node; (void)id; (void)length; (void)flags; return NO_SUCH_DEVNODE; }

EXPORT DWORD WINAPI CM_MapCrToWin32Err(DWORD answer, DWORD otherwise)
{ (void)answer; (void)otherwise; return ERROR_NOT_FOUND; }
