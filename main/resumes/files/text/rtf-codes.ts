/** Names of encodings by the code pages and character sets that RTF names (RTF 1.9.1, "Character Set", \fcharset). */

const BY_CHARSET: Record<number, string> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}
const BY_CODE_PAGE: Record<number, string> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
}
const USUAL = 'windows-1252'

/** The encoding of a font's letters; null for the document's own. */
export const encodingOfCharset = (charset: number): string | null => BY_CHARSET[charset] ?? null

/** The encoding of a code page. */
export const encodingOfCodePage = (page: number): string =>
  BY_CODE_PAGE[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : USUAL)

/** Words that stand for one sign. */
export const SIGNS: Record<string, string> = {
  tab: '\t',
  cell: '\t',
  nestcell: '\t',
  line: '\n',
  bullet: '•',
  endash: '–',
  emdash: '—',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
}

/** Groups whose words are none of the text. */
export const NO_TEXT = new Set([
  'colortbl',
  'filetbl',
  'listtable',
  'listoverridetable',
  'revtbl',
  'rsidtbl',
  'generator',
  'info',
  'pict',
  'object',
  'nonshppict',
  'themedata',
  'colorschememapping',
  'datastore',
  'latentstyles',
  'xmlnstbl',
  'footnote',
  'annotation',
  'atnid',
  'atnauthor',
  'ftnsep',
  'ftnsepc',
  'aftnsep',
  'aftnsepc',
  'tc',
  'xe',
  'bkmkstart',
  'bkmkend',
  'sn',
  'sv',
  'upr',
  'mmath',
])
