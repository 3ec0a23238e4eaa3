import { expect, test } from 'vitest'
import { readPosting } from './read-posting.ts'
import { detectSeniority } from './seniority.ts'

/** One title a line, "title → level". */
const TITLES = `
Junior Marketing Manager (m/w/d) → junior
Junior Store Manager → junior
Trainee Restaurant Manager → junior
Senior Finance Manager → manager
Marketing Manager → manager
Analista de Sistemas Pleno → mid
Desenvolvedor Sênior → senior
Analista Contábil Júnior → junior
Analista Sr. de Nómina → senior
Contador Semi Senior → mid
Programador Jr → junior
Leiter/in Einkauf → director
Leiter*in Controlling → director
Leiterin Personal (m/w/d) → director
Leitung Qualitätssicherung → lead
Abteilungsleiter/-in Logistik → director
Marktleiter:in → manager
Teamleiter*in Kundenservice → manager
Stellvertretender Filialleiter → manager
Responsable d'agence → manager
Directeur·rice financier·ère → director
Chef(fe) d'équipe maintenance → lead
Chef de projet digital → –
Jefe/a de almacén → manager
Jefe de proyecto → –
Encargada de tienda → manager
Director/a financiero/a → director
Hoofd Inkoop → director
Teamlead Support → lead
Teamleider Magazijn → manager
Dyrektor finansowy → director
Kierownik zmiany → manager
Ředitel pobočky → director
Vedoucí skladu → manager
Młodszy księgowy → junior
Starszy programista → senior
Lehrling Spengler → junior
Apprenti boucher → junior
Werkstudent Buchhaltung → intern
Ingénieur confirmé → mid
Ingénieur expérimenté → –
Gerente de sucursal → manager
Responsabile di negozio → manager
Geschäftsführerin → executive
Directeur général → executive
Director General → executive
Assistant to the General Manager → –
Capo turno produzione → manager
Ploegleider verpakking → manager
Pflegedienstleitung (m/w/d) → manager
Vorarbeiter/in Gartenbau → lead
Jefe de obra → –
Asistente del director general → –
Assistante de direction du directeur général → –
Starsza księgowa → senior
Lernende Köchin EFZ → junior
`

test.each(
  TITLES.trim()
    .split('\n')
    .map(line => line.split(' → ')),
)('%s → %s', (title = '', level) => {
  const found = detectSeniority(readPosting({ title, company: '', location_text: '', description: '' }))
  expect(found?.value ?? '–').toBe(level)
})
