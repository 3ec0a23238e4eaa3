/** One line that is written over; nothing where nobody watches. */
export interface ProgressLine {
  /** `share` 0–1 or null while the total is unknown. */
  show(label: string, share: number | null, done: number, total: number | null): void
  clear(): void
}

const WHOLE = new Intl.NumberFormat('en-GB')

/** Progress on a terminal (standard error, so that answers stay clean). */
export function createProgressLine(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>,
  quiet: boolean,
): ProgressLine {
  if (quiet || !stream.isTTY) return { show: () => {}, clear: () => {} }
  let shown = false
  return {
    show(label, share, done, total) {
      const percent = share === null ? '' : `${Math.floor(share * 100)} %  `
      const of = total === null ? '' : ` of ${WHOLE.format(total)}`
      shown = true
      stream.write(
        `\r\x1b[2K${`${label}  ${percent}${WHOLE.format(done)}${of}`.slice(0, (stream.columns || 80) - 1)}`,
      )
    },
    clear() {
      if (shown) stream.write('\r\x1b[2K')
      shown = false
    },
  }
}
