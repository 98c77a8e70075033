/** Why a file or a text could not be read, each with what to do about it. Spread into the table of refusals. */
export const IMPORT_REFUSALS = {
  file_too_large: {
    status: 413,
    zh: '文件有 {size} MB，超过 {limit} MB 的上限。请拆成几个文件，或只粘贴需要的部分。',
    en: 'The file has {size} MB, more than the limit of {limit} MB. Split it, or paste only the part you need.',
  },
  file_empty: {
    status: 422,
    zh: '文件里没有文字。请打开看一下是否存对了文件。',
    en: 'There is no text in the file. Open it to see whether it is the right one.',
  },
  file_type_unknown: {
    status: 422,
    zh: '认不出这种文件。可以读取：Word（.docx）、Excel（.xlsx）、有文字层的 PDF、网页（.html）和文本（.txt、.md）。',
    en: 'This kind of file cannot be read. Readable: Word (.docx), Excel (.xlsx), PDF with a text layer, web pages (.html), text (.txt, .md).',
  },
  file_old_word: {
    status: 422,
    zh: '这是旧格式的 Word 或 WPS 文件（.doc、.wps）。请用 WPS 或 Word 打开，另存为 .docx 后再拖入。',
    en: 'This is an old Word or WPS file (.doc, .wps). Open it in WPS or Word, save it as .docx, and drop it again.',
  },
  file_old_excel: {
    status: 422,
    zh: '这是旧格式的 Excel 或 WPS 表格（.xls、.et）。请用 WPS 或 Excel 打开，另存为 .xlsx 后再拖入。',
    en: 'This is an old Excel or WPS sheet (.xls, .et). Open it in WPS or Excel, save it as .xlsx, and drop it again.',
  },
  file_pdf: {
    status: 422,
    zh: '这里读不了 PDF。请用 Excel 文件，或把内容另存为 .xlsx、.docx 后再拖入。',
    en: 'PDF cannot be read here. Use an Excel file, or save its content as .xlsx or .docx and drop that.',
  },
  file_pdf_scan: {
    status: 422,
    zh: '这份 PDF 是扫描件，{pages} 页都是图片，没有可读取的文字。请用原来的 Word 文件，或先识别成文字再粘贴。',
    en: 'This PDF is a scan: {pages} pages of pictures without text. Use the Word file it was made from, or recognize its text and paste that.',
  },
  file_picture: {
    status: 422,
    zh: '这是图片，里面没有可读取的文字。请用原来的 Word、Excel 文件，或识别成文字后粘贴。',
    en: 'This is a picture without readable text. Use the original Word or Excel file, or paste recognized text.',
  },
  file_encrypted: {
    status: 422,
    zh: '文件设有打开密码。请在 WPS 或 Office 里去掉密码，另存后再拖入。',
    en: 'The file has a password. Remove it in WPS or Office, save, and drop it again.',
  },
  file_zip_bomb: {
    status: 422,
    zh: '文件解压后过大，未读取。请用 WPS 或 Office 打开后另存一份再试。',
    en: 'The file grows too large when unpacked and was not read. Open it in WPS or Office, save a new copy, and try that.',
  },
  file_broken: {
    status: 422,
    zh: '文件已损坏，读到一半读不下去，没有导入任何内容。请用 WPS 或 Office 打开并另存一份再试。',
    en: 'The file is damaged and could not be read to the end; nothing was imported. Open it in WPS or Office, save a new copy, and try that.',
  },
  file_not_text: {
    status: 422,
    zh: '文件内容不是文字，多半是别的格式改了扩展名。请用原来的程序打开，另存为 .docx 或 .txt。',
    en: 'The content is not text; most likely another format with a changed name. Open it in its own program and save it as .docx or .txt.',
  },
  file_too_slow: {
    status: 422,
    zh: '文件太复杂，{seconds} 秒内没有读完，没有导入任何内容。请拆成几个文件再试。',
    en: 'The file is too complex: it was not read within {seconds} seconds and nothing was imported. Split it and try again.',
  },
  file_too_heavy: {
    status: 422,
    zh: '文件内容太多，读取时内存不够用，没有导入任何内容。请拆成几个文件再试。',
    en: 'The file holds more than can be read at once; nothing was imported. Split it and try again.',
  },
  reading_stopped: {
    status: 409,
    zh: '读取已停止，没有导入任何内容。',
    en: 'Reading was stopped; nothing was imported.',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>
