/* Stand-in for Windows' own ICU under Wine 8, for tests only: every codec is "not there".
   Qt imports these entries since 6.10 and uses them only for codecs other than its own UTF-8, UTF-16 and Latin-1. */

#define EXPORT __declspec(dllexport)
enum { FILE_ACCESS_ERROR = 4 };

static void fail(int *status) { if (status) *status = FILE_ACCESS_ERROR; }

EXPORT void *ucnv_open(const char *name, int *status) { (void)name; fail(status); return 0; }
EXPORT void ucnv_close(void *converter) { (void)converter; }
EXPORT void ucnv_reset(void *converter) { (void)converter; }
EXPORT signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 4; }
EXPORT const char *ucnv_getName(void *converter, int *status) { (void)converter; fail(status); return 0; }
EXPORT int ucnv_toUCountPending(void *converter, int *status) { (void)converter; (void)status; return 0; }
EXPORT int ucnv_fromUCountPending(void *converter, int *status) { (void)converter; (void)status; return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT const char *ucnv_getAvailableName(int at) { (void)at; return 0; }

EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int *status)
{ (void)name; (void)standard; (void)status; return 0; }

EXPORT void ucnv_getToUCallBack(void *converter, void **action, void **context)
{ (void)converter; (void)action; (void)context; }

EXPORT void ucnv_getFromUCallBack(void *converter, void **action, void **context)
{ (void)converter; (void)action; (void)context; }

EXPORT void ucnv_setToUCallBack(void *converter, void *action, void *context, void **old_action,
                                void **old_context, int *status)
{ (void)converter; (void)action; (void)context; (void)old_action; (void)old_context; (void)status; }

EXPORT void ucnv_setFromUCallBack(void *converter, void *action, void *context, void **old_action,
                                  void **old_context, int *status)
{ (void)converter; (void)action; (void)context; (void)old_action; (void)old_context; (void)status; }

EXPORT void ucnv_cbToUWriteUChars(void *arguments, const void *source, int length, int offset, int *status)
{ (void)arguments; (void)source; (void)length; (void)offset; (void)status; }

EXPORT void ucnv_cbFromUWriteUChars(void *arguments, const void **source, const void *limit, int offset, int *status)
{ (void)arguments; (void)source; (void)limit; (void)offset; (void)status; }

EXPORT void ucnv_toUnicode(void *converter, void **target, void *target_limit, const char **source,
                           const char *source_limit, int *offsets, signed char flush, int *status)
{
    (void)converter; (void)target; (void)target_limit; (void)source; (void)source_limit; (void)offsets; (void)flush;
    fail(status);
}

EXPORT void ucnv_fromUnicode(void *converter, char **target, void *target_limit, const void **source,
                             const void *source_limit, int *offsets, signed char flush, int *status)
{
    (void)converter; (void)target; (void)target_limit; (void)source; (void)source_limit; (void)offsets; (void)flush;
    fail(status);
}
