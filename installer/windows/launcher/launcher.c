/* KT1Desk.exe and kt1desk-cli.exe (with -DCONSOLE): start the version that current.txt names, on the base that its version.json names.
 *
 *   current.txt -> versions\<version>\version.json -> bases\<base>\runtime\python311.dll
 *   Py_Main: -I -B -X utf8  bases\<base>\start.py  versions\<version>\app  the words given
 *
 * The exit code is the program's own; 70: nothing could be started, and it was said why. Nothing is searched for in the current folder or
 * in PATH. What stands in the two files is only ever put into a path after every character of it was looked at.
 */
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <shellapi.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define CANNOT_START 70
#define LONGEST_PATH 32768
#define LONGEST_NAME 40
#define BASE_LENGTH 12
#define NOTE_READ 1024
#define WORDS_BEFORE 6

typedef int (*PyMain)(int, wchar_t **);

#ifndef CONSOLE
static const wchar_t TITLE[] = L"Bàn KT1";
#endif
static const wchar_t AGAIN[] = L"\n\nHãy báo người quản trị cài lại chương trình; "
                               L"dữ liệu của bàn vẫn còn nguyên.";

/* Says what is wrong, and what to do: in a window, or to where errors of a command go. */
static int refuse(const wchar_t *told) {
    wchar_t whole[2048];
    _snwprintf(whole, 2048, L"%ls%ls", told, AGAIN);
    whole[2047] = 0;
#ifdef CONSOLE
    HANDLE errors = GetStdHandle(STD_ERROR_HANDLE);
    DWORD mode, written;
    if (GetConsoleMode(errors, &mode)) {
        WriteConsoleW(errors, whole, (DWORD)wcslen(whole), &written, NULL);
        WriteConsoleW(errors, L"\n", 1, &written, NULL);
    } else {
        char bytes[6144];
        int length = WideCharToMultiByte(CP_UTF8, 0, whole, -1, bytes, sizeof bytes - 1, NULL, NULL);
        if (length > 0) bytes[length - 1] = '\n';
        WriteFile(errors, bytes, (DWORD)(length > 0 ? length : 0), &written, NULL);
    }
#else
    MessageBoxW(NULL, whole, TITLE, MB_ICONERROR | MB_OK | MB_SETFOREGROUND);
#endif
    return CANNOT_START;
}

/* root\... into a buffer of LONGEST_PATH characters; 0 where it does not fit. */
static int join(wchar_t *into, const wchar_t *root, const wchar_t *first, const wchar_t *second) {
    int length = _snwprintf(into, LONGEST_PATH, L"%ls%ls%ls", root, first, second);
    return length > 0 && length < LONGEST_PATH;
}

/* The first bytes of a file, ended by a zero; -1 where it cannot be read. The file may be renamed meanwhile: an upgrade does that. */
static int begin_of(const wchar_t *path, char *into, DWORD most) {
    DWORD got = 0;
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return -1;
    BOOL read = ReadFile(file, into, most, &got, NULL);
    CloseHandle(file);
    if (!read) return -1;
    into[got] = 0;
    return (int)got;
}

static int is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* One line that is a version as installer/payload/notes.py writes it: a digit, then letters, digits, '-', and dots between them. */
static int read_version(const wchar_t *root, wchar_t *version, wchar_t *path) {
    char line[LONGEST_NAME + 8];
    int length, each;
    if (!join(path, root, L"current.txt", L"")) return 0;
    length = begin_of(path, line, sizeof line - 1);
    if (length > 0 && line[length - 1] == '\n') length--;
    if (length > 0 && line[length - 1] == '\r') length--;
    if (length < 1 || length > LONGEST_NAME || line[0] < '0' || line[0] > '9') return 0;
    for (each = 0; each < length; each++) {
        int dot_between = line[each] == '.' && each + 1 < length && is_letter_or_digit(line[each + 1]);
        if (!is_letter_or_digit(line[each]) && line[each] != '-' && !dot_between) return 0;
        version[each] = (wchar_t)line[each];
    }
    version[length] = 0;
    return 1;
}

/* The twelve hex digits after "windows-x64" in version.json, which stand before its list of files. */
static int read_base(const wchar_t *folder, wchar_t *base, wchar_t *path) {
    static const char KEY[] = "\"windows-x64\"";
    char note[NOTE_READ + 1];
    const char *at;
    int each;
    if (!join(path, folder, L"\\version.json", L"")) return 0;
    if (begin_of(path, note, NOTE_READ) < 0) return 0;
    at = strstr(note, KEY);
    if (at == NULL) return 0;
    at += sizeof KEY - 1;
    at += strspn(at, " \t");
    if (*at++ != ':') return 0;
    at += strspn(at, " \t");
    if (*at++ != '"' || strspn(at, "0123456789abcdef") != BASE_LENGTH || at[BASE_LENGTH] != '"') return 0;
    for (each = 0; each < BASE_LENGTH; each++) base[each] = (wchar_t)at[each];
    base[BASE_LENGTH] = 0;
    return 1;
}

/* The folder this program lies in, with the backslash at its end. */
static int find_root(wchar_t *root) {
    DWORD length = GetModuleFileNameW(NULL, root, LONGEST_PATH);
    wchar_t *end = length > 0 && length < LONGEST_PATH ? wcsrchr(root, L'\\') : NULL;
    if (end == NULL) return 0;
    end[1] = 0;
    return 1;
}

static PyMain load_python(const wchar_t *base, wchar_t *path) {
    HMODULE python;
    if (!join(path, base, L"\\runtime", L"")) return NULL;
    AddDllDirectory(path); /* what libraries share with Python: the C++ runtime, python3.dll */
    if (!join(path, base, L"\\runtime\\python311.dll", L"")) return NULL;
    python = LoadLibraryExW(path, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    return python == NULL ? NULL : (PyMain)(void *)GetProcAddress(python, "Py_Main");
}

static int start(const wchar_t *base, const wchar_t *app, PyMain run) {
    static wchar_t script[LONGEST_PATH];
    int given = 0, count = 0, each;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &given); /* not __wargv: that takes * for file names */
    wchar_t **told = calloc((size_t)given + WORDS_BEFORE + 2, sizeof *told);
    if (words == NULL || told == NULL || given < 1 || !join(script, base, L"\\start.py", L""))
        return refuse(L"Không đủ bộ nhớ để mở chương trình.");
    told[count++] = words[0];
    told[count++] = L"-I";
    told[count++] = L"-B";
    told[count++] = L"-X";
    told[count++] = L"utf8";
    told[count++] = script;
    told[count++] = (wchar_t *)app;
    for (each = 1; each < given; each++) told[count++] = words[each];
    return run(count, told);
}

static int run_current(void) {
    static wchar_t root[LONGEST_PATH], folder[LONGEST_PATH], base[LONGEST_PATH], app[LONGEST_PATH], path[LONGEST_PATH];
    wchar_t version[LONGEST_NAME + 1], name[BASE_LENGTH + 1];
    PyMain run;
    if (!find_root(root)) return refuse(L"Không tìm thấy thư mục chương trình.");
    if (!read_version(root, version, path))
        return refuse(L"Tệp current.txt trong thư mục chương trình thiếu hoặc hỏng, "
                      L"không biết phải mở bản nào.");
    if (!join(folder, root, L"versions\\", version) || !read_base(folder, name, path))
        return refuse(L"Bản chương trình mà current.txt chỉ tới thiếu hoặc hỏng (version.json).");
    if (!join(base, root, L"bases\\", name) || !join(app, folder, L"\\app", L""))
        return refuse(L"Đường dẫn tới chương trình quá dài.");
    run = load_python(base, path);
    if (run == NULL)
        return refuse(L"Thiếu hoặc hỏng phần nền của chương trình (Python).");
    return start(base, app, run);
}

#ifdef CONSOLE
int wmain(void) {
#else
int WINAPI wWinMain(HINSTANCE here, HINSTANCE before, PWSTR words, int show) {
    (void)here, (void)before, (void)words, (void)show;
#endif
    if (!SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS))
        return refuse(L"Windows này quá cũ; cần Windows 10 bản 1809 trở lên.");
    SetDllDirectoryW(L"");
    return run_current();
}
