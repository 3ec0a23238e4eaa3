import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createPlaceFinder } from './place.ts'

const places = createPlaceFinder(
  readFileSync(new URL('../../../../resources/vocabularies/places.tsv', import.meta.url), 'utf8'),
)
const rows = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map(line => line.split(' → '))

/** One sentence a line, "text → town". */
const SENTENCES = `
Unser Hofladen in Freising wächst, deshalb suchen wir dich. → Freising
Für unser Logistikzentrum in Kassel suchen wir Verstärkung. → Kassel
Unsere Zahnarztpraxis in Bonn sucht eine ZFA. → Bonn
Pour notre usine à Angers, nous cherchons un opérateur. → Angers
Notre boutique de Bordeaux recrute. → Bordeaux
Para nuestra tienda en Sevilla buscamos dependiente. → Seville
Voor onze winkel in Breda zoeken wij versterking. → Breda
Nella nostra officina di Modena cerchiamo un meccanico. → Modena
A nossa loja em Braga procura vendedor. → Braga
Das Stromnetz in Berlin ist gut. → –
Wir liefern Obst nach Hamburg. → –
`

test.each(rows(SENTENCES))('%s → %s', (description = '', town) => {
  expect(places.find({ title: '', location_text: '', description }).city ?? '–').toBe(town)
})

/** One location a line, "text → town, country". */
const LOCATIONS = `
Bogotá D.C., Colombia → Bogotá CO
CABA, Argentina → Buenos Aires AR
Capital Federal → Buenos Aires AR
Ciudad de Panamá → Panama City PA
Lima Metropolitana → Lima PE
Roma (RM) → Rome IT
Monterrey, N.L. → Monterrey MX
Tijuana, B.C. → Tijuana MX
Vancouver, B.C. → Vancouver CA
Amsterdam, NL → Amsterdam NL
St. John's, NL → St. John's CA
Milano, MI → Milan IT
Milano (MI), Italia → Milan IT
Cagliari (CA) → Cagliari IT
Milan, MI → Milan US
Florence, SC → Florence US
Parma, OH → Parma US
`

test.each(rows(LOCATIONS))('%s → %s', (location_text = '', answer) => {
  const found = places.find({ title: '', location_text, description: '' })
  expect(`${found.city} ${found.country}`).toBe(answer)
})
