import type { SourceView } from '../../../../main/contract/sources.ts'

/** True when a source did not answer the last time. */
export function isInTrouble({ state }: Pick<SourceView, 'state'>): boolean {
  return state === 'failing' || state === 'resting'
}

/** "Asks 9 of 12 sources; 3 of them did not answer the last time." */
export function usedText(used: readonly Pick<SourceView, 'state'>[], all: number): string {
  if (all === 0) return 'It asks no source yet: add a company board, or use the public job boards.'
  if (used.length === 0) return 'It asks none of your sources. Tick those that it is to ask.'
  const asks =
    used.length === all
      ? `Asks ${all === 1 ? 'the one source' : `all ${all} sources`}`
      : `Asks ${used.length} of ${all} sources`
  const wrong = used.filter(isInTrouble).length
  if (wrong === 0) return `${asks}.`
  return wrong === used.length && wrong === 1
    ? `${asks}, which did not answer the last time.`
    : `${asks}; ${wrong} of them did not answer the last time.`
}
