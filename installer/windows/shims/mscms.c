/* Stand-in for Windows' colour management under Wine, for tests only: no screen has a profile. */

#include <windows.h>

#define EXPORT __declspec(dllexport)

EXPORT HANDLE WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD share, DWORD mode)
{ (void)profile; (void)access; (void)share; (void)mode; return 0; }

EXPORT HANDLE WINAPI WcsOpenColorProfileW(void *cdmp, void *camp, void *gmmp, DWORD access, DWORD share, DWORD mode,
                                          DWORD flags)
{ (void)cdmp; (void)camp; (void)gmmp; (void)access; (void)share; (void)mode; (void)flags; return 0; }

EXPORT HANDLE WINAPI WcsCreateIccProfile(HANDLE profile, DWORD options) { (void)profile; (void)options; return 0; }

EXPORT BOOL WINAPI CloseColorProfile(HANDLE profile) { (void)profile; return TRUE; }

EXPORT BOOL WINAPI GetColorProfileFromHandle(HANDLE profile, BYTE *data, DWORD *size)
{ (void)profile; (void)data; if (size) *size = 0; return FALSE; }

EXPORT BOOL WINAPI WcsGetUsePerUserProfiles(LPCWSTR device, DWORD kind, BOOL *per_user)
{ (void)device; (void)kind; if (per_user) *per_user = FALSE; return TRUE; }

EXPORT BOOL WINAPI WcsGetDefaultColorProfile(DWORD scope, LPCWSTR device, DWORD type, DWORD subtype, DWORD id,
                                             DWORD size, LPWSTR name)
{ (void)scope; (void)device; (void)type; (void)subtype; (void)id; (void)size; (void)name; return FALSE; }

EXPORT BOOL WINAPI WcsGetDefaultColorProfileSize(DWORD scope, LPCWSTR device, DWORD type, DWORD subtype, DWORD id,
                                                 DWORD *size)
{ (void)scope; (void)device; (void)type; (void)subtype; (void)id; if (size) *size = 0; return FALSE; }

EXPORT BOOL WINAPI GetColorDirectoryW(LPCWSTR machine, LPWSTR folder, DWORD *size)
{ (void)machine; (void)folder; (void)size; return FALSE; }
