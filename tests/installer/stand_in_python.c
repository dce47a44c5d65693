/* Stands for python311.dll where only the launchers are tried: says what it was told, one word a line, and ends with 7. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <wchar.h>

__declspec(dllexport) int Py_Main(int count, wchar_t **words) {
    char line[4096];
    DWORD written;
    int each, length;
    for (each = 1; each < count; each++) {
        length = WideCharToMultiByte(CP_UTF8, 0, words[each], -1, line, sizeof line, NULL, NULL);
        if (length < 1) return 1;
        line[length - 1] = '\n';
        WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), line, (DWORD)length, &written, NULL);
    }
    return 7;
}
