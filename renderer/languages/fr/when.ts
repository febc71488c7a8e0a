/** Moments in a sentence: « hier », « lundi 09:00 » and « 09:41 » stand as they are, dates take an article. */
const date = /^(\p{L}+ )?\d{1,2}(er)? \p{L}/u;

export const le = (when: string): string => (date.test(when) ? `le ${when}` : when);
export const jusqua = (when: string): string => (date.test(when) ? `jusqu’au ${when}` : `jusqu’à ${when}`);
