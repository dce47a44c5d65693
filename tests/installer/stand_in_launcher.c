/* Stands for the launchers and for python.exe where only the setup is tried.
 *
 *   --wait FILE                              keeps its own file busy: makes FILE.waiting, ends when FILE is there
 *   -I START APP --self-test --report FILE   writes FILE; ends with 1 where APP has a file `fails`, or where START is not there
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static int exists(const wchar_t *path) { return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES; }

static void make(const wchar_t *path) {
    CloseHandle(CreateFileW(path, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
}

static int wait_for(const wchar_t *file) {
    wchar_t waiting[MAX_PATH];
    _snwprintf(waiting, MAX_PATH, L"%ls.waiting", file);
    make(waiting);
    while (!exists(file)) Sleep(50);
    return 0;
}

static int self_test(const wchar_t *start, const wchar_t *app, const wchar_t *report) {
    wchar_t fails[MAX_PATH];
    _snwprintf(fails, MAX_PATH, L"%ls\\fails", app);
    make(report);
    return exists(fails) || !exists(start);
}

int wmain(int count, wchar_t **words) {
    if (count == 3 && !wcscmp(words[1], L"--wait")) return wait_for(words[2]);
    if (count == 7 && !wcscmp(words[4], L"--self-test")) return self_test(words[2], words[3], words[6]);
    return 2;
}
