/** A letter without the marks of Markdown, for a mail or a form: lists and lines stay as they were typed. */
export function plainText(markdown: string): string {
  return (
    markdown
      .replace(/^[ \t]*(?:```|~~~).*$\n?/gm, '')
      .replace(/^ {0,3}#{1,6}[ \t]+/gm, '')
      .replace(/^(?: {0,3}> ?)+/gm, '')
      .replace(/^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/gm, '')
      .replace(/!\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
      // An address that its words do not say stands behind them.
      .replace(/\[([^\]\n]+)\]\(\s*<?([^)\s>]*)>?[^)\n]*\)/g, (_, words: string, url: string) => {
        const address = url.replace(/^(?:mailto|tel):/i, '')
        const said = address.replace(/^https?:\/\//i, '').replace(/\/$/, '')
        return address === '' || words.includes(said) ? words : `${words} (${address})`
      })
      .replace(/<((?:https?:\/\/|mailto:)[^>\s]+)>/g, '$1')
      .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2')
      .replace(/(?<![\p{L}\p{N}*_\\])([*_])(?=\S)([^\n*_\\]*?[^\s\\])\1(?![\p{L}\p{N}*_])/gu, '$2')
      .replace(/`([^`\n]+)`/g, '$1')
      .replace(/ {2,}$/gm, '')
      .replace(/\\([\\`*_{}[\]()#+.!>-])/g, '$1')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  )
}
