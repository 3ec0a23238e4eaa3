/** One lexical piece that can hide a semicolon, or a word, or the semicolon itself. Comments and strings come first. */
const PIECE =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|[\p{L}_$][\p{L}\p{N}_$]*|;/gu

/**
 * Splits an SQL script into its statements, without their semicolons. Knows comments, quoted names, strings and
 * triggers: the body of a trigger ends at `; END ;`, the rule of sqlite3_complete (https://www.sqlite.org/c3ref/complete.html).
 */
export function splitStatements(script: string): string[] {
  const statements: string[] = []
  let start = 0
  let words: string[] = []
  let afterSemicolon = false
  let bodyEnded = false
  const finish = (end: number): void => {
    if (words.length > 0) statements.push(script.slice(start, end).trim())
    words = []
    afterSemicolon = false
    bodyEnded = false
  }
  for (const match of script.matchAll(PIECE)) {
    const piece = match[0]
    if (piece.startsWith('--') || piece.startsWith('/*')) continue
    if (piece !== ';') {
      bodyEnded = afterSemicolon && piece.toUpperCase() === 'END'
      afterSemicolon = false
      if (words.length < 3) words.push(piece.toUpperCase())
      continue
    }
    if (isTrigger(words) && !bodyEnded) {
      afterSemicolon = true
      continue
    }
    finish(match.index)
    start = match.index + 1
  }
  finish(script.length)
  return statements
}

function isTrigger([first, second, third]: string[]): boolean {
  if (first !== 'CREATE') return false
  return second === 'TRIGGER' || ((second === 'TEMP' || second === 'TEMPORARY') && third === 'TRIGGER')
}
