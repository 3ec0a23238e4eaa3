/** Postings that leave much open, and what the person and the model do with them. */

/** US dollars a day: kills waste what open calls reserve, so that this is sometimes used up. */
export const TIGHT_CAP = 0.4
/** US dollars a day that are always enough. */
export const ROOMY_CAP = 4
export const PRICES = { in: 1, out: 10 }
export const MODEL = 'tiny'

const TEXT =
  'You look after the lifts of our customers and write short reports. Pay is twenty-one to twenty-five, that is 21 to 25 euros for each hour.'

/** Every tenth is one that the model always leaves out of its answers. */
export const isLeftOut = (title: string): boolean => /4$/.test(title)

/** Lines of JSON, one posting each; no two are alike. */
export function openPostings(count: number): string {
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `lift-${index}`,
      title: `Lift fitter ${index}`,
      company: `Schacht ${index}`,
      location: '',
      description: `${TEXT} Your van has the number ${index}.`,
    }),
  ).join('\n')
}

/** The jobs whose facts the person corrects, and the others. */
export const askedAbout = (jobIds: readonly number[]): { corrected: number[]; others: number[] } => ({
  corrected: jobIds.filter(id => id % 2 === 0),
  others: jobIds.filter(id => id % 2 === 1),
})
