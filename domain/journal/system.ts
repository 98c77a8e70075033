/** How the journal names what nobody did by hand; a page says it in the reader's language. */
export const SYSTEM_NAME = '系统'
