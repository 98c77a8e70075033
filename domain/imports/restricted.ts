// 秘密★1年, 机密, 绝密 alone on their line or with their term; what else keeps a paper inside.
const SECRET = /(?:^|\n)[\s\u3000]*(?:绝密|机密|秘密)[\s\u3000]*(?:[★☆*].{0,12})?(?=\n|$)|(?:绝密|机密|秘密)[★☆]/
const INTERNAL = /内部(?:资料|文件|材料|刊物)|注意保(?:存|密)|不得外传|不宜公开|此件不公开|限阅|涉密/

/** Where marks of secrecy stand: at the head of a paper and at its end. */
const HEAD = 1500
const END = 500

/** Whether a document says of itself that it may not leave the house. */
export const isRestricted = (text: string): boolean =>
  [text.slice(0, HEAD), text.slice(-END)].some((part) => SECRET.test(part) || INTERNAL.test(part))
