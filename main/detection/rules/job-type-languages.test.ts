import { expect, test } from 'vitest'
import { detectJobType } from './job-type.ts'
import { readPosting } from './read-posting.ts'

/** One statement a line, "text → answer"; a title stands in square brackets. */
const STATEMENTS = `
Contrato a término indefinido. → full-time
Contrato por obra o labor. → temporary
Contrato a término fijo de un año. → temporary
Contrato a plazo fijo. → temporary
Contrato por prestación de servicios. → contract
Contrato de sustitución por maternidad. → temporary
Colaboración como autónomo. → contract
Jornada parcial de 20 horas semanales. → part-time
Media jornada, de 9 a 13 h. → part-time
Puesto fijo a jornada completa. → full-time
Beca de seis meses. → internship
Je werkt als zzp'er op projectbasis. → contract
Wij zoeken een zelfstandige voor deze opdracht. → contract
Een vast contract en een goed pensioen. → full-time
Een voltijds contract. → full-time
Je krijgt een voltijdse job. → full-time
Een deeltijdse job van 20 uur. → part-time
Deeltijds, in overleg. → part-time
Een halftijdse functie. → part-time
Een tijdelijke aanstelling tot december. → temporary
Een contract van bepaalde duur. → temporary
We bieden een meeloopstage. → internship
Voor deze afstudeerstage zoeken we een student. → internship
Een leuke bijbaan voor de zaterdag. → part-time
Een uitzendcontract voor zes maanden. → temporary
Gezocht: jobstudent voor de zomer. → part-time
Poste à mi-temps. → part-time
Contrat à temps complet. → full-time
Contrat de travail à durée déterminée. → temporary
Contrat saisonnier de mai à septembre. → temporary
Mission en freelance de trois mois. → contract
Poste permanent à temps plein. → full-time
Stage conventionné de quatre mois. → internship
Nous cherchons un(e) stagiaire. → internship
Unbefristete Festanstellung. → full-time
Aushilfe auf Minijob-Basis. → part-time
Eine Saisonstelle bis Oktober. → temporary
Als freier Mitarbeiter auf Honorarbasis. → contract
Der Vertrag ist zunächst auf zwei Jahre befristet. → temporary
Die Stelle ist in Teilzeit mit 20 Stunden zu besetzen. → part-time
Für unseren Sommer suchen wir Praktikanten. → internship
Contratto a tempo determinato. → temporary
Contratto a tempo indeterminato, full-time. → full-time
Orario part-time, 20 ore settimanali. → part-time
Collaborazione a partita IVA. → contract
Stage retribuito di sei mesi. → internship
Contrato CLT, período integral. → full-time
Contratação PJ. → contract
Vaga de estágio de seis horas. → internship
Meio período, à tarde. → part-time
Umowa o pracę na czas określony. → temporary
Umowa na czas nieokreślony, pełny etat. → full-time
Praca na pół etatu. → part-time
Płatny staż na trzy miesiące. → internship
Práce na zkrácený úvazek. → part-time
Smlouva na dobu určitou. → temporary
Hlavní pracovní poměr. → full-time
Befristet auf ein Jahr, danach ist eine unbefristete Anstellung geplant. → temporary
Contrato temporal con posibilidad de pasar a indefinido. → temporary
Tijdelijk contract met uitzicht op een vast contract. → temporary
Contratto a tempo indeterminato, part-time di 25 ore. → part-time
Na początek proponujemy umowę o dzieło. → contract
Oferujemy umowę o pracę. → full-time
Máš zájem o brigádu? → part-time
CDI ou CDD selon votre souhait. → full-time
Teilzeit ist möglich. → –
Anleitung von Praktikanten und Auszubildenden. → –
Empresa dedicada a la prestación de servicios de limpieza. → –
Je kunt zelfstandig werken. → –
Contrato: a término fijo → temporary
Vertragsart: befristet, Vollzeit → temporary
Forma zatrudnienia: umowa zlecenie → contract
Soort dienstverband: contract van onbepaalde duur → full-time
Úvazek: zkrácený → part-time
[Interim controller (zzp)] → contract
[Interim HR-manager] → temporary
[Saisonkraft Service (m/w/d)] → temporary
[Afstudeerstage bouwkunde] → internship
[Comptable à mi-temps (H/F)] → part-time
[Bijbaan in de bediening] → part-time
[Pasantía en diseño gráfico] → internship
`

test.each(
  STATEMENTS.trim()
    .split('\n')
    .map(line => line.split(' → ')),
)('%s → %s', (text = '', answer) => {
  const title = /^\[(.*)\]$/.exec(text)?.[1] ?? ''
  const description = title === '' ? text : ''
  const found = detectJobType(readPosting({ title, company: '', location_text: '', description }))
  expect(found?.value ?? '–').toBe(answer)
})
