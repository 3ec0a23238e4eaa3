import { describe, expect, test } from 'vitest'
import type { ResumeLanguage } from '../../contract/resumes.ts'
import { readExperience } from './experience.ts'
import { section } from './test-support/written.ts'

interface Case {
  name: string
  language: ResumeLanguage
  /** False: a text file, without sizes and places. */
  page?: boolean
  sketch: string
  expected: string[]
}

/** Layouts in which positions are printed, and what they say: company | title | start..end. */
const LAYOUTS: Case[] = [
  {
    name: 'title and dates, company below',
    language: 'en',
    sketch: `
**Staff Nurse** || May 2017 – Present
_Harbour View Hospital_ || Portsmouth, UK
  - Cared for forty patients a day on two wards
  - Trained new colleagues
**Healthcare Assistant** || Jan 2014 – Apr 2017
_Oakfield Care Home_ || Southampton, UK
  - Helped residents with washing and meals`,
    expected: [
      'Harbour View Hospital | Staff Nurse | 2017-05..present',
      'Oakfield Care Home | Healthcare Assistant | 2014-01..2017-04',
    ],
  },
  {
    name: 'company and place, then title and dates',
    language: 'en',
    sketch: `
**Brightwater Analytics** || Denver, CO
_Data Engineer_ || Mar 2019 – Jul 2022
  - Built pipelines for nine teams
**Tallgrass Retail** || Omaha, NE
_Junior Analyst_ || 06/2016 – 02/2019
  - Reported on sales`,
    expected: [
      'Brightwater Analytics | Data Engineer | 2019-03..2022-07',
      'Tallgrass Retail | Junior Analyst | 2016-06..2019-02',
    ],
  },
  {
    name: 'departments behind titles, under a company with the years of all',
    language: 'en',
    sketch: `
**BREAKWATER TRANSIT AUTHORITY, Toronto, ON** || **2015 – Present**
_Carrier of two million people a day_
**Director, Digital Programmes** || 2020 – Present
  - Led the new fares
**Senior Manager, Projects** || 2015 – 2020
  - Replaced the signals of two lines
**TALLGRASS PAPER COMPANY, Albany, NY** || **2004 – 2015**
_Maker of tissue with 1,200 employees_
**Vice President, Manufacturing** || 2010 – 2015
  - Merged five mills
**Plant Manager** || 2004 – 2010
  - Record output`,
    expected: [
      'BREAKWATER TRANSIT AUTHORITY | Director, Digital Programmes | 2020..present',
      'BREAKWATER TRANSIT AUTHORITY | Senior Manager, Projects | 2015..2020',
      'TALLGRASS PAPER COMPANY | Vice President, Manufacturing | 2010..2015',
      'TALLGRASS PAPER COMPANY | Plant Manager | 2004..2010',
    ],
  },
  {
    name: 'a department behind the second title in one company, its brackets wrapped',
    language: 'en',
    sketch: `
**REDFERN SHIPPING AB**
Director, Container Terminals and Inland Barges (January 2022 – present)
  - Ran four terminals
Terminal Manager, Port of Marlow East (March 2017
- December 2021)
  - Planned the trucks
**TALLGRASS COOPERATIVE**
Logistics Planner (June 2012 – February 2017)
  - Planned the vessels`,
    expected: [
      'REDFERN SHIPPING AB | Director, Container Terminals and Inland Barges | 2022-01..present',
      'REDFERN SHIPPING AB | Terminal Manager, Port of Marlow East | 2017-03..2021-12',
      'TALLGRASS COOPERATIVE | Logistics Planner | 2012-06..2017-02',
    ],
  },
  {
    name: 'a house whose town is a region as well, and one that is named as its address',
    language: 'fr',
    page: false,
    sketch: `
2019 – aujourd'hui || Bibliothécaire
Bibliothèque Saint-Roch, Québec
2014 – 2019 || Technicienne
Booking.com, Québec`,
    expected: [
      'Bibliothèque Saint-Roch | Bibliothécaire | 2019..present',
      'Booking.com | Technicienne | 2014..2019',
    ],
  },
  {
    name: 'towns that nobody knows, in the cell of the places',
    language: 'en',
    sketch: `
Aug 2020 – Present || **Systems Engineer** || Ankara
Redfern Savunma
  - Wrote firmware
Jul 2017 – Jul 2020 || **Firmware Developer** || Karaburun
Tallgrass Elektronik
  - Wrote drivers`,
    expected: [
      'Redfern Savunma | Systems Engineer | 2020-08..present',
      'Tallgrass Elektronik | Firmware Developer | 2017-07..2020-07',
    ],
  },
  {
    name: 'one line with commas',
    language: 'en',
    page: false,
    sketch: `
Account Manager, Redfern & Cole, Bristol, 2018 - 2021
- Looked after sixty clients
Sales Assistant, Marlow Outfitters, Bath, 2015 - 2018
- Served customers
Barista, Copper Kettle, Bath, 2013 - 2015
- Made coffee`,
    expected: [
      'Redfern & Cole | Account Manager | 2018..2021',
      'Marlow Outfitters | Sales Assistant | 2015..2018',
      'Copper Kettle | Barista | 2013..2015',
    ],
  },
  {
    name: 'title at company with dates in brackets',
    language: 'en',
    page: false,
    sketch: `
Senior Copywriter at Paper Lantern (March 2020 - Present)
Wrote campaigns for charities and museums across three countries.
Copywriter at Northwind Ideas (June 2016 - February 2020)
Wrote newsletters.`,
    expected: [
      'Paper Lantern | Senior Copywriter | 2020-03..present',
      'Northwind Ideas | Copywriter | 2016-06..2020-02',
    ],
  },
  {
    name: 'bars',
    language: 'en',
    sketch: `
**Quillon Systems | DevOps Engineer | Austin, TX | 2020 – Present**
  - Ran clusters
**Vantor Cloud | Systems Administrator | Remote | 2017 – 2020**
  - Ran servers`,
    expected: [
      'Quillon Systems | DevOps Engineer | 2020..present',
      'Vantor Cloud | Systems Administrator | 2017..2020',
    ],
  },
  {
    name: 'dates first on their own line',
    language: 'en',
    sketch: `
2019 – 2023
**Larkspur Foods**
Production Planner
  - Planned four lines
2015 – 2019
**Eastgate Bottling**
Line Supervisor
  - Led twelve people`,
    expected: [
      'Larkspur Foods | Production Planner | 2019..2023',
      'Eastgate Bottling | Line Supervisor | 2015..2019',
    ],
  },
  {
    name: 'dates in a margin',
    language: 'en',
    sketch: `
Sep 2018 – Present || **Librarian**, Tidewell Public Library, Hull
  - Runs the reading room
Feb 2015 – Aug 2018 || **Archivist**, Monk Bar Museum, York
  - Catalogued letters`,
    expected: [
      'Tidewell Public Library | Librarian | 2018-09..present',
      'Monk Bar Museum | Archivist | 2015-02..2018-08',
    ],
  },
  {
    name: 'promotions under one company',
    language: 'en',
    sketch: `
**Fernhill Logistics** || Leeds, UK
_Operations Manager_ || Jan 2021 – Present
  - Runs three sites
_Shift Supervisor_ || Mar 2018 – Dec 2020
  - Led twenty people
_Warehouse Operative_ || Jun 2016 – Feb 2018
  - Picked and packed
**Stonebridge Stores** || Wakefield, UK
_Sales Assistant_ || Sep 2014 – May 2016
  - Served customers`,
    expected: [
      'Fernhill Logistics | Operations Manager | 2021-01..present',
      'Fernhill Logistics | Shift Supervisor | 2018-03..2020-12',
      'Fernhill Logistics | Warehouse Operative | 2016-06..2018-02',
      'Stonebridge Stores | Sales Assistant | 2014-09..2016-05',
    ],
  },
  {
    name: 'company with all its years, then titles',
    language: 'en',
    sketch: `
**Corvane Software, Inc.** || 2015 – Present
Engineering Manager || 2020 – Present
  - Leads two teams
Senior Software Engineer || 2017 – 2020
  - Built the billing service
Software Engineer || 2015 – 2017
  - Built the mobile app
**Pinemark** || 2013 – 2015
QA Engineer || 2013 – 2015
  - Tested`,
    expected: [
      'Corvane Software, Inc. | Engineering Manager | 2020..present',
      'Corvane Software, Inc. | Senior Software Engineer | 2017..2020',
      'Corvane Software, Inc. | Software Engineer | 2015..2017',
      'Pinemark | QA Engineer | 2013..2015',
    ],
  },
  {
    name: 'stacked promotions, bullets after',
    language: 'en',
    sketch: `
**Aldgate Insurance**, London
Head of Claims, 2019 – 2024
Claims Team Leader, 2015 – 2019
Claims Handler, 2011 – 2015
  - Handled motor claims and led a team of nine
**Thistle Mutual**, Edinburgh
Customer Adviser, 2009 – 2011
  - Answered calls`,
    expected: [
      'Aldgate Insurance | Head of Claims | 2019..2024',
      'Aldgate Insurance | Claims Team Leader | 2015..2019',
      'Aldgate Insurance | Claims Handler | 2011..2015',
      'Thistle Mutual | Customer Adviser | 2009..2011',
    ],
  },
  {
    name: 'profile of a network',
    language: 'en',
    sketch: `
# Solvane
4 years 2 months
**Product Designer**
January 2021 - Present (2 years 3 months)
Berlin, Germany
Design of the onboarding and of the settings
for two platforms.
**Junior Designer**
February 2019 - January 2021 (2 years)
Berlin
# Mapleleaf Studio
**Design Intern**
June 2018 - December 2018 (7 months)
Toronto, Canada Area`,
    expected: [
      'Solvane | Product Designer | 2021-01..present',
      'Solvane | Junior Designer | 2019-02..2021-01',
      'Mapleleaf Studio | Design Intern | 2018-06..2018-12',
    ],
  },
  {
    name: 'paragraphs without bullets',
    language: 'en',
    page: false,
    sketch: `
Project Coordinator
Greenway Trust
April 2019 to September 2022

Coordinated volunteers on nine sites and reported to the board every quarter.
Wrote funding bids.

Office Assistant
Hallam Solicitors
May 2016 to March 2019

Kept the diary and the post, and answered the telephone for six partners.`,
    expected: [
      'Greenway Trust | Project Coordinator | 2019-04..2022-09',
      'Hallam Solicitors | Office Assistant | 2016-05..2019-03',
    ],
  },
  {
    name: 'company: title, capitals',
    language: 'en',
    sketch: `
**HOLLOWAY PARTNERS LLP** || New York, NY
**Associate Attorney** || September 2018 – Present
  - Advises funds
**U.S. DISTRICT COURT** || Newark, NJ
**Judicial Law Clerk** || August 2017 – August 2018
  - Drafted opinions`,
    expected: [
      'HOLLOWAY PARTNERS LLP | Associate Attorney | 2018-09..present',
      'U.S. DISTRICT COURT | Judicial Law Clerk | 2017-08..2018-08',
    ],
  },
  {
    name: 'dash between title and company',
    language: 'en',
    page: false,
    sketch: `
Jan 2020 - Mar 2023: Electrician - Voltra Installations
- Wired homes
Aug 2016 - Dec 2019: Apprentice Electrician - Beacon Power Ltd
- Learnt the trade`,
    expected: [
      'Voltra Installations | Electrician | 2020-01..2023-03',
      'Beacon Power Ltd | Apprentice Electrician | 2016-08..2019-12',
    ],
  },
  {
    name: 'company (place) — title',
    language: 'en',
    sketch: `
**Zephyr Robotics (Zurich)** — Robotics Engineer || 03.2021 – heute
  - Controls arms
**Ostrava Motion (Brno)** — Mechanical Engineer || 08.2017 – 02.2021
  - Drew gears`,
    expected: [
      'Zephyr Robotics | Robotics Engineer | 2021-03..present',
      'Ostrava Motion | Mechanical Engineer | 2017-08..2021-02',
    ],
  },
  {
    name: 'unknown titles decided by the others',
    language: 'en',
    sketch: `
**Growth Ninja** || 2021 – 2024
_Quokka Labs_
  - Grew the list
**Marketing Manager** || 2018 – 2021
_Bumble & Finch_
  - Ran campaigns
**Marketing Assistant** || 2016 – 2018
_Otterbrook_
  - Wrote posts`,
    expected: [
      'Quokka Labs | Growth Ninja | 2021..2024',
      'Bumble & Finch | Marketing Manager | 2018..2021',
      'Otterbrook | Marketing Assistant | 2016..2018',
    ],
  },
  {
    name: 'labels',
    language: 'en',
    page: false,
    sketch: `
Position: Site Engineer
Company: Hardrock Builders
Duration: June 2018 - May 2021
- Supervised the works
Position: Trainee Engineer
Company: Delta Roads
Duration: July 2016 - May 2018
- Assisted on site`,
    expected: [
      'Hardrock Builders | Site Engineer | 2018-06..2021-05',
      'Delta Roads | Trainee Engineer | 2016-07..2018-05',
    ],
  },
  {
    name: 'deutsch: Zeitraum links, Firma, Tätigkeit',
    language: 'de',
    sketch: `
04/2019 – heute || **Projektleiterin**
Baumgart Maschinenbau GmbH, Augsburg
  - Leitung von Projekten bis 2 Mio. Euro
09/2015 – 03/2019 || **Entwicklungsingenieurin**
Kessler Antriebstechnik AG, Ulm
  - Auslegung von Getrieben`,
    expected: [
      'Baumgart Maschinenbau GmbH | Projektleiterin | 2019-04..present',
      'Kessler Antriebstechnik AG | Entwicklungsingenieurin | 2015-09..2019-03',
    ],
  },
  {
    name: 'deutsch: Firma zuerst',
    language: 'de',
    sketch: `
seit 05/2020 || **Sparkasse Mittelrhein**, Koblenz
Kundenberater
  - Beratung von Privatkunden
08/2016 – 04/2020 || **Volksbank Lahnstein**, Lahnstein
Bankkaufmann
  - Kasse und Service
08/2013 – 07/2016 || **Volksbank Lahnstein**, Lahnstein
Auszubildender zum Bankkaufmann`,
    expected: [
      'Sparkasse Mittelrhein | Kundenberater | 2020-05..present',
      'Volksbank Lahnstein | Bankkaufmann | 2016-08..2020-04',
      'Volksbank Lahnstein | Auszubildender zum Bankkaufmann | 2013-08..2016-07',
    ],
  },
  {
    name: 'deutsch: Titel bei Firma',
    language: 'de',
    page: false,
    sketch: `
Januar 2018 bis Dezember 2021: Softwareentwickler bei der Nordlicht Systeme GmbH in Kiel
- Entwicklung von Webanwendungen
Oktober 2015 bis Dezember 2017: Werkstudent bei Hansekontor AG
- Pflege der Datenbank`,
    expected: [
      'Nordlicht Systeme GmbH | Softwareentwickler | 2018-01..2021-12',
      'Hansekontor AG | Werkstudent | 2015-10..2017-12',
    ],
  },
  {
    name: 'deutsch: Praktikum',
    language: 'de',
    sketch: `
**Gesundheits- und Krankenpflegerin** || 10/2018 – heute
Klinikum am Steinberg, Göttingen
  - Pflege auf der Intensivstation
**Praktikum** || 03/2015 – 05/2015
Altenheim St. Martin, Northeim
  - Unterstützung im Alltag`,
    expected: [
      'Klinikum am Steinberg | Gesundheits- und Krankenpflegerin | 2018-10..present',
      'Altenheim St. Martin | Praktikum | 2015-03..2015-05',
    ],
  },
  {
    name: 'français: poste puis entreprise',
    language: 'fr',
    sketch: `
**Responsable logistique** || mars 2019 – aujourd'hui
Transports Guérin, Rennes
  - Pilotage de trois entrepôts
**Chef d'équipe** || sept. 2014 – févr. 2019
Entrepôts de l'Ouest SARL, Nantes
  - Encadrement de dix personnes`,
    expected: [
      'Transports Guérin | Responsable logistique | 2019-03..present',
      "Entrepôts de l'Ouest SARL | Chef d'équipe | 2014-09..2019-02",
    ],
  },
  {
    name: 'français: dates à gauche, une ligne',
    language: 'fr',
    page: false,
    sketch: `
2020 - 2023 : Infirmière, Clinique des Tilleuls, Dijon
- Soins et suivi des patients
2016 - 2020 : Aide-soignante, EHPAD Les Glycines, Beaune
- Aide à la toilette`,
    expected: [
      'Clinique des Tilleuls | Infirmière | 2020..2023',
      'EHPAD Les Glycines | Aide-soignante | 2016..2020',
    ],
  },
  {
    name: 'français: entreprise – poste',
    language: 'fr',
    sketch: `
**Banque du Littoral** – Chargé de clientèle || De janvier 2018 à juin 2022
  - Suivi d'un portefeuille de 400 clients
**Assurances Mirabel** – Conseiller commercial || De mai 2015 à décembre 2017
  - Vente de contrats`,
    expected: [
      'Banque du Littoral | Chargé de clientèle | 2018-01..2022-06',
      'Assurances Mirabel | Conseiller commercial | 2015-05..2017-12',
    ],
  },
  {
    name: 'français: stage',
    language: 'fr',
    sketch: `
**Studio Clairvoie** || Lyon
_Graphiste_ || Depuis octobre 2021
  - Identités visuelles
**Agence Petit Pont** || Paris
_Stagiaire en graphisme_ || Avril – août 2021
  - Affiches`,
    expected: [
      'Studio Clairvoie | Graphiste | 2021-10..present',
      'Agence Petit Pont | Stagiaire en graphisme | 2021-04..2021-08',
    ],
  },
  {
    name: 'español: puesto y empresa',
    language: 'es',
    sketch: `
**Enfermera** || enero 2018 – actualidad
Hospital Virgen del Prado, Ciudad Real
  - Cuidados en planta
**Auxiliar de enfermería** || sept. 2014 – dic. 2017
Residencia Los Olmos, Toledo
  - Apoyo a mayores`,
    expected: [
      'Hospital Virgen del Prado | Enfermera | 2018-01..present',
      'Residencia Los Olmos | Auxiliar de enfermería | 2014-09..2017-12',
    ],
  },
  {
    name: 'español: empresa, puesto, fechas debajo',
    language: 'es',
    page: false,
    sketch: `
Construcciones Almena S.L.
Jefe de obra
Marzo de 2017 - Presente
- Dirección de equipos

Ingeniería Tordesillas S.A.
Ingeniero técnico
Junio de 2012 - Febrero de 2017
- Cálculo de estructuras`,
    expected: [
      'Construcciones Almena S.L. | Jefe de obra | 2017-03..present',
      'Ingeniería Tordesillas S.A. | Ingeniero técnico | 2012-06..2017-02',
    ],
  },
  {
    name: 'español: una línea',
    language: 'es',
    page: false,
    sketch: `
2019 - 2022: Camarero en Restaurante La Parra (Cádiz)
- Servicio de sala
2016 - 2019: Dependiente en Zapatería Roldán (Jerez)
- Atención al cliente`,
    expected: ['Restaurante La Parra | Camarero | 2019..2022', 'Zapatería Roldán | Dependiente | 2016..2019'],
  },
  {
    name: 'no bullets at all',
    language: 'en',
    sketch: `
**Head Chef** || 2019 – Present
The Walnut Tree, Ludlow
**Sous Chef** || 2016 – 2019
Bell & Anchor, Shrewsbury
**Commis Chef** || 2014 – 2016
Riverside Inn, Telford`,
    expected: [
      'The Walnut Tree | Head Chef | 2019..present',
      'Bell & Anchor | Sous Chef | 2016..2019',
      'Riverside Inn | Commis Chef | 2014..2016',
    ],
  },
  {
    name: 'list items as entries',
    language: 'en',
    page: false,
    sketch: `
- 2018-2022: Truck Driver, Longhaul Freight Inc.
- 2014-2018: Delivery Driver, Parcel Hive
- 2010-2014: Forklift Operator, Crateworks`,
    expected: [
      'Longhaul Freight Inc. | Truck Driver | 2018..2022',
      'Parcel Hive | Delivery Driver | 2014..2018',
      'Crateworks | Forklift Operator | 2010..2014',
    ],
  },
  {
    name: 'a project heading inside an entry',
    language: 'en',
    sketch: `
**Nimbus Consulting** || Chicago, IL
_Consultant_ || Feb 2018 – Aug 2021
**Project: Payments platform**
  - Led the migration of forty services
**Project: Loyalty**
  - Designed the points engine
**Ridgeway Data** || Madison, WI
_Analyst_ || Jun 2015 – Jan 2018
  - Built reports`,
    expected: [
      'Nimbus Consulting | Consultant | 2018-02..2021-08',
      'Ridgeway Data | Analyst | 2015-06..2018-01',
    ],
  },
  {
    name: 'years in bullets are no entries',
    language: 'en',
    sketch: `
**Finance Manager** || Jan 2016 – Dec 2020
Oakmere Holdings plc
  - Closed the books of 2018 two weeks early
  - Won the award of 2019
**Accountant** || Sep 2011 – Dec 2015
Tarn & Pike LLP
  - Audited ten clients from 2012 to 2014`,
    expected: [
      'Oakmere Holdings plc | Finance Manager | 2016-01..2020-12',
      'Tarn & Pike LLP | Accountant | 2011-09..2015-12',
    ],
  },
  {
    name: 'description line of the company',
    language: 'en',
    sketch: `
**Kestrel Health** || London
A start-up for remote check-ups with 80 people.
_Backend Developer_ || Apr 2021 – Present
  - Wrote the booking service
**Loomcraft** || Leeds
A maker of looms.
_Web Developer_ || May 2018 – Mar 2021
  - Wrote the shop`,
    expected: [
      'Kestrel Health | Backend Developer | 2021-04..present',
      'Loomcraft | Web Developer | 2018-05..2021-03',
    ],
  },
  {
    name: 'employment kinds',
    language: 'en',
    sketch: `
**Customer Support Specialist**
Tangerine Telecom · Full-time
Mar 2020 – Oct 2022 · 2 yrs 8 mos
Manchester, UK
  - Answered mails
**Receptionist**
Grand Pavilion Hotel · Part-time
Jun 2018 – Feb 2020 · 1 yr 9 mos
Blackpool, UK
  - Welcomed guests`,
    expected: [
      'Tangerine Telecom | Customer Support Specialist | 2020-03..2022-10',
      'Grand Pavilion Hotel | Receptionist | 2018-06..2020-02',
    ],
  },
  {
    name: 'title with comma and department',
    language: 'en',
    sketch: `
**Vice President, Operations** || 2019 – Present
Summit Dental Group, Phoenix, AZ
  - Opened nine offices
**Director, Supply Chain** || 2014 – 2019
Cactus Medical Supply, Tucson, AZ
  - Cut costs`,
    expected: [
      'Summit Dental Group | Vice President, Operations | 2019..present',
      'Cactus Medical Supply | Director, Supply Chain | 2014..2019',
    ],
  },
  {
    name: 'freelance',
    language: 'en',
    sketch: `
**Freelance Photographer** || 2020 – Present
  - Weddings and portraits
**Photo Editor** || 2016 – 2020
_Harbour Gazette_
  - Chose pictures`,
    expected: ['| Freelance Photographer | 2020..present', 'Harbour Gazette | Photo Editor | 2016..2020'],
  },
  {
    name: 'two-line dates in a margin',
    language: 'en',
    sketch: `
Jan 2019 – || **Research Scientist**, Institute of Marine Biology, Plymouth
Dec 2022 || Studied plankton in the channel and published four papers.
Oct 2015 – || **Doctoral Researcher**, University of Exeter, Exeter
Dec 2018 || Modelled currents.`,
    expected: [
      'Institute of Marine Biology | Research Scientist | 2019-01..2022-12',
      'University of Exeter | Doctoral Researcher | 2015-10..2018-12',
    ],
  },
  {
    name: 'same size, company bold inline',
    language: 'en',
    sketch: `
**Tessera Games** Level Designer || Oct 2020 – Sep 2023
  - Made forty levels
**Cobalt Arcade** QA Tester || May 2018 – Sep 2020
  - Found bugs`,
    expected: [
      'Tessera Games | Level Designer | 2020-10..2023-09',
      'Cobalt Arcade | QA Tester | 2018-05..2020-09',
    ],
  },
  {
    name: 'date on line of its own between',
    language: 'en',
    sketch: `
**Primary School Teacher**
September 2016 – July 2023
Willow Lane Academy, Croydon
  - Taught years three and four
**Teaching Assistant**
September 2014 – July 2016
St Brendan's School, Sutton
  - Helped pupils`,
    expected: [
      'Willow Lane Academy | Primary School Teacher | 2016-09..2023-07',
      "St Brendan's School | Teaching Assistant | 2014-09..2016-07",
    ],
  },
  {
    name: 'at sign',
    language: 'en',
    page: false,
    sketch: `
iOS Developer @ Pocketful
2021 - now
- Shipped the app

Intern @ Bytewell
Summer 2020
- Wrote tests`,
    expected: ['Pocketful | iOS Developer | 2021..present', 'Bytewell | Intern | 2020..2020'],
  },
  {
    name: 'wrapped bullets at the margin of headers',
    language: 'en',
    sketch: `
Security Analyst, Ironclad Networks || 2020 – Present
- Watched the alarms of two hundred customers and wrote the reports that the board reads each week
and trained the team on incidents
Help Desk Technician, Pelham Council || 2017 – 2020
- Repaired laptops`,
    expected: [
      'Ironclad Networks | Security Analyst | 2020..present',
      'Pelham Council | Help Desk Technician | 2017..2020',
    ],
  },
  {
    name: 'form (old Europass)',
    language: 'en',
    sketch: `
Dates || January 2008 – August 2012
Occupation or position held || Export manager
Main activities and responsibilities || Sales in nine countries
Name and address of employer || Vantaa Paper Oy, 12 Mill Road, Tampere
Type of business or sector || Paper
Dates || March 2004 – December 2007
Occupation or position held || Sales representative
Main activities and responsibilities || Visits of shops
Name and address of employer || Lakeland Foods Oy, Lahti`,
    expected: [
      'Vantaa Paper Oy | Export manager | 2008-01..2012-08',
      'Lakeland Foods Oy | Sales representative | 2004-03..2007-12',
    ],
  },
  {
    name: 'Europass, newer',
    language: 'es',
    sketch: `
Enero 2015–Presente || Técnico de laboratorio
Laboratorios Brisa S.A., Murcia (España)
Análisis de muestras y control de calidad de todas las líneas.
Marzo 2011–Diciembre 2014 || Auxiliar de laboratorio
Hospital Comarcal del Segura, Cieza (España)
Preparación de muestras.`,
    expected: [
      'Laboratorios Brisa S.A. | Técnico de laboratorio | 2015-01..present',
      'Hospital Comarcal del Segura | Auxiliar de laboratorio | 2011-03..2014-12',
    ],
  },
  {
    name: 'new Europass',
    language: 'en',
    sketch: `
01/03/2019 – CURRENT Antwerp, Belgium
**SUPPLY CHAIN PLANNER** DELTAPORT NV
Planning of three terminals.
01/09/2015 – 28/02/2019 Ghent, Belgium
**LOGISTICS ASSISTANT** KORENMARKT BVBA
Booking of trucks.`,
    expected: [
      'DELTAPORT NV | SUPPLY CHAIN PLANNER | 2019-03..present',
      'KORENMARKT BVBA | LOGISTICS ASSISTANT | 2015-09..2019-02',
    ],
  },
  {
    name: 'academic',
    language: 'en',
    sketch: `
2021–present || Assistant Professor, Department of Geology, University of Cragmoor
2018–2021 || Postdoctoral Fellow, Alpine Research Centre
2014–2018 || Graduate Teaching Assistant, University of Cragmoor`,
    expected: [
      'University of Cragmoor | Assistant Professor, Department of Geology | 2021..present',
      'Alpine Research Centre | Postdoctoral Fellow | 2018..2021',
      'University of Cragmoor | Graduate Teaching Assistant | 2014..2018',
    ],
  },
  {
    name: 'narrow column wraps',
    language: 'en',
    sketch: `
**Director of Human Resources and**
**Organisational Development**
Silverbeck Housing Association
01/2018 – present
  - Leads a team of nine
**Human Resources Officer**
Dunmore Council
05/2013 – 12/2017
  - Advised managers`,
    expected: [
      'Silverbeck Housing Association | Director of Human Resources and Organisational Development | 2018-01..present',
      'Dunmore Council | Human Resources Officer | 2013-05..2017-12',
    ],
  },
  {
    name: 'table with three cells',
    language: 'de',
    page: false,
    sketch: `
01/2017 – 12/2020 || Teamleiter Einkauf || Hartmann Werkzeuge GmbH
03/2012 – 12/2016 || Einkäufer || Brunner Metall KG
09/2009 – 02/2012 || Sachbearbeiter Einkauf || Brunner Metall KG`,
    expected: [
      'Hartmann Werkzeuge GmbH | Teamleiter Einkauf | 2017-01..2020-12',
      'Brunner Metall KG | Einkäufer | 2012-03..2016-12',
      'Brunner Metall KG | Sachbearbeiter Einkauf | 2009-09..2012-02',
    ],
  },
  {
    name: 'entry without dates among others',
    language: 'en',
    sketch: `
**Editor** || 2018 – 2022
_Lantern Press_
  - Edited forty books
**Proofreader**
_Quill House_
  - Read proofs
**Bookseller** || 2014 – 2016
_Corner Books_
  - Sold books`,
    expected: [
      'Lantern Press | Editor | 2018..2022',
      'Quill House | Proofreader | ..',
      'Corner Books | Bookseller | 2014..2016',
    ],
  },
  {
    name: 'markdown',
    language: 'en',
    page: false,
    sketch: `
**Backend Engineer**, Lumen Pay
_2020-04 – 2023-01, Lisbon_

- Built the ledger

**Software Engineer**, Oyster Rail
_2017-02 – 2020-03, Porto_

- Built the timetable`,
    expected: [
      'Lumen Pay | Backend Engineer | 2020-04..2023-01',
      'Oyster Rail | Software Engineer | 2017-02..2020-03',
    ],
  },
  {
    name: 'client and role',
    language: 'en',
    sketch: `
**Ambit Consulting, Senior Consultant** || 07/2019 - 12/2023
Client: A bank in Zurich
  - Tested the payments
**Ferris IT, Consultant** || 01/2016 - 06/2019
Client: An insurer
  - Tested claims`,
    expected: [
      'Ambit Consulting | Senior Consultant | 2019-07..2023-12',
      'Ferris IT | Consultant | 2016-01..2019-06',
    ],
  },
  {
    name: 'military and public',
    language: 'en',
    page: false,
    sketch: `
U.S. Army, Fort Bragg, NC
Logistics Sergeant, 2010 - 2016
- Moved supplies for six hundred soldiers
City of Brookfield, Brookfield, WI
Fleet Coordinator, 2016 - 2022
- Kept ninety vehicles running`,
    expected: [
      'U.S. Army | Logistics Sergeant | 2010..2016',
      'City of Brookfield | Fleet Coordinator | 2016..2022',
    ],
  },
  {
    name: 'bullets of plain paragraphs, short',
    language: 'en',
    sketch: `
**Marketing Executive**, Peapod Toys || 2019 – 2022
Planned campaigns
Ran the stand at fairs
Managed a budget of 90k
**Marketing Intern**, Bluebell Travel || 2018 – 2019
Wrote posts
Counted clicks`,
    expected: [
      'Peapod Toys | Marketing Executive | 2019..2022',
      'Bluebell Travel | Marketing Intern | 2018..2019',
    ],
  },
  {
    name: 'short plain bullets, company over title',
    language: 'en',
    sketch: `
**Peapod Toys** || 2019 – 2022
_Brand Ninja_
Planned campaigns
Ran the stand at fairs
**Bluebell Travel** || 2018 – 2019
_Marketing Intern_
Wrote posts`,
    expected: ['Peapod Toys | Brand Ninja | 2019..2022', 'Bluebell Travel | Marketing Intern | 2018..2019'],
  },
  {
    name: 'functions in French, wrapped company',
    language: 'fr',
    sketch: `
**Comptable unique** || Janv. 2016 - Présent
Société Méridionale de Distribution, Perpignan
  - Tenue de la comptabilité et déclarations
**Aide-comptable** || Sept. 2012 - Déc. 2015
Cabinet Roussel et Associés, Narbonne
  - Saisie`,
    expected: [
      'Société Méridionale de Distribution | Comptable unique | 2016-01..present',
      'Cabinet Roussel et Associés | Aide-comptable | 2012-09..2015-12',
    ],
  },
  {
    name: 'two jobs in parallel, season',
    language: 'en',
    sketch: `
**Ski Instructor** | Snowpeak Resort | Winter 2018 – 2019
  - Taught children
**Camp Counselor** | Lakeside Camp | Summer 2018
  - Led hikes`,
    expected: [
      'Snowpeak Resort | Ski Instructor | 2018..2019',
      'Lakeside Camp | Camp Counselor | 2018..2018',
    ],
  },
  {
    name: 'title (company), dates',
    language: 'de',
    page: false,
    sketch: `
2016 – 2019  Pflegehelferin (Seniorenheim Abendrot, Passau)
2012 – 2016  Verkäuferin (Bäckerei Huber, Vilshofen)`,
    expected: [
      'Seniorenheim Abendrot | Pflegehelferin | 2016..2019',
      'Bäckerei Huber | Verkäuferin | 2012..2016',
    ],
  },
  {
    name: 'nested company with sub roles and place lines',
    language: 'en',
    sketch: `
**Havelock Airlines** || Toronto, ON
**Cabin Services Manager** || 2018 - Present
Responsible for 120 crew members on long-haul routes.
  - Introduced a new roster
**Flight Attendant** || 2012 - 2018
  - Served passengers
**Wren Hospitality Group** || Ottawa, ON
**Banquet Server** || 2010 - 2012
  - Served guests`,
    expected: [
      'Havelock Airlines | Cabin Services Manager | 2018..present',
      'Havelock Airlines | Flight Attendant | 2012..2018',
      'Wren Hospitality Group | Banquet Server | 2010..2012',
    ],
  },
  {
    name: 'title dates company in three cells',
    language: 'en',
    sketch: `
Graphic Designer || Fable Print || 2019 – 2023
  - Drew covers
Junior Designer || Mosaic Mill || 2017 – 2019
  - Drew icons`,
    expected: ['Fable Print | Graphic Designer | 2019..2023', 'Mosaic Mill | Junior Designer | 2017..2019'],
  },
  {
    name: 'place dates line under title at company',
    language: 'en',
    sketch: `
**Paralegal at Dorsey Wick LLP**
Minneapolis, MN · August 2019 – June 2023
  - Drafted motions
**Legal Secretary at Ahlgren Law**
Duluth, MN · May 2016 – July 2019
  - Filed papers`,
    expected: [
      'Dorsey Wick LLP | Paralegal | 2019-08..2023-06',
      'Ahlgren Law | Legal Secretary | 2016-05..2019-07',
    ],
  },
  {
    name: 'all plain text with colon dates',
    language: 'en',
    page: false,
    sketch: `
2015-2020: Gresham Motors - Service Technician
Diagnosed engines and trained two apprentices.
2010-2015: Tyre Barn - Fitter
Fitted tyres.`,
    expected: ['Gresham Motors | Service Technician | 2015..2020', 'Tyre Barn | Fitter | 2010..2015'],
  },
  {
    name: 'company / title with slash, date below right',
    language: 'de',
    sketch: `
**Klarwerk Energie GmbH** · Leipzig
Referentin Öffentlichkeitsarbeit · 05/2018 – 12/2022
  - Pressearbeit
**Stadtverwaltung Grimma** · Grimma
Volontärin · 04/2016 – 04/2018
  - Redaktion des Amtsblatts`,
    expected: [
      'Klarwerk Energie GmbH | Referentin Öffentlichkeitsarbeit | 2018-05..2022-12',
      'Stadtverwaltung Grimma | Volontärin | 2016-04..2018-04',
    ],
  },
  {
    name: 'German: als ... bei',
    language: 'de',
    page: false,
    sketch: `
03/2015 – 08/2019 als Fachkraft für Lagerlogistik bei Rhenus Nord, Cuxhaven
- Wareneingang
10/2012 – 02/2015 als Lagerhelfer bei Fischhandel Petersen
- Kommissionierung`,
    expected: [
      'Rhenus Nord | Fachkraft für Lagerlogistik | 2015-03..2019-08',
      'Fischhandel Petersen | Lagerhelfer | 2012-10..2015-02',
    ],
  },
  {
    name: 'French: Entreprise, ville puis poste',
    language: 'fr',
    sketch: `
**Pharmacie du Vieux-Port, Marseille**
Préparatrice en pharmacie || Depuis 2017
  - Conseil aux clients
**Pharmacie Centrale, Aubagne**
Apprentie préparatrice || 2015 - 2017
  - Stocks`,
    expected: [
      'Pharmacie du Vieux-Port | Préparatrice en pharmacie | 2017..present',
      'Pharmacie Centrale | Apprentie préparatrice | 2015..2017',
    ],
  },
  {
    name: 'Spanish margin with cells',
    language: 'es',
    sketch: `
2016 – 2020 || **Responsable de tienda** || Moda Azahar, Valencia
Gestión de un equipo de ocho personas.
2013 – 2016 || **Dependienta** || Calzados Peñalver, Elche
Venta y caja.`,
    expected: [
      'Moda Azahar | Responsable de tienda | 2016..2020',
      'Calzados Peñalver | Dependienta | 2013..2016',
    ],
  },
  {
    name: 'bullets starting with bold labels',
    language: 'en',
    sketch: `
**Platform Engineer** || Aug 2020 – Present
Tidal Freight, Remote
**Achievements:**
  - Cut costs by a third
**Stack:** Go, Kafka
**Software Developer** || Feb 2017 – Jul 2020
Crown Ledger, Dublin
**Achievements:**
  - Wrote the importer`,
    expected: [
      'Tidal Freight | Platform Engineer | 2020-08..present',
      'Crown Ledger | Software Developer | 2017-02..2020-07',
    ],
  },
  {
    name: 'unknown company names first, unusual titles',
    language: 'en',
    sketch: `
**Blinkist & Boo** — _Storyteller in Residence_ || 2021 – 2022
  - Told stories
**Hatch** — _Community Gardener_ || 2019 – 2021
  - Grew beans
**Oko** — _Operations Wizard_ || 2016 – 2019
  - Kept things running`,
    expected: [
      'Blinkist & Boo | Storyteller in Residence | 2021..2022',
      'Hatch | Community Gardener | 2019..2021',
      'Oko | Operations Wizard | 2016..2019',
    ],
  },
  {
    name: 'dates at left with month words, company after title on next line with place cell',
    language: 'en',
    sketch: `
Nov 2019 - Present || **Physiotherapist**
Lakeview Clinic || Galway
  - Treats athletes
Jun 2016 - Oct 2019 || **Rehabilitation Assistant**
St Columba Hospital || Sligo
  - Helped patients`,
    expected: [
      'Lakeview Clinic | Physiotherapist | 2019-11..present',
      'St Columba Hospital | Rehabilitation Assistant | 2016-06..2019-10',
    ],
  },
  {
    name: 'company + description in brackets',
    language: 'en',
    sketch: `
**Northgate Foods (a maker of frozen meals)** || 2017 – 2021
_Plant Manager_
  - Ran two lines
**Sunrise Dairy (family business)** || 2012 – 2017
_Production Supervisor_
  - Ran one line`,
    expected: [
      'Northgate Foods (a maker of frozen meals) | Plant Manager | 2017..2021',
      'Sunrise Dairy (family business) | Production Supervisor | 2012..2017',
    ],
  },
  {
    name: 'two columns date below company',
    language: 'en',
    sketch: `
**Registered Nurse (ICU)**
Mercy Valley Medical Center | Fresno, CA
January 2019 – Present
Provide care for critically ill patients in a 24-bed unit and train new staff.
**Registered Nurse (Med-Surg)**
Kern County Hospital | Bakersfield, CA
June 2015 – December 2018
Cared for up to six patients a shift.`,
    expected: [
      'Mercy Valley Medical Center | Registered Nurse (ICU) | 2019-01..present',
      'Kern County Hospital | Registered Nurse (Med-Surg) | 2015-06..2018-12',
    ],
  },
  {
    name: 'uppercase title, company italic, text',
    language: 'en',
    page: false,
    sketch: `
SALES MANAGER
Harbor Freight Liners, Mobile, AL (04/2016 - 09/2021)

- Grew the region

SALES ASSOCIATE
Gulf Marine Supply, Pensacola, FL (02/2013 - 03/2016)

- Sold engines`,
    expected: [
      'Harbor Freight Liners | SALES MANAGER | 2016-04..2021-09',
      'Gulf Marine Supply | SALES ASSOCIATE | 2013-02..2016-03',
    ],
  },
  {
    name: 'contract via agency',
    language: 'en',
    sketch: `
**Java Developer** || Jan 2020 – Dec 2021
Client: Granite Mutual, Hartford, CT
Responsibilities:
  - Built services
**Java Developer** || Mar 2018 – Dec 2019
Client: Elm Telecom, Dallas, TX
Responsibilities:
  - Built portals`,
    expected: [
      'Granite Mutual | Java Developer | 2020-01..2021-12',
      'Elm Telecom | Java Developer | 2018-03..2019-12',
    ],
  },
  {
    name: 'Client line with dates, role line',
    language: 'en',
    page: false,
    sketch: `
Client: Granite Mutual, Hartford, CT || Jan 2020 – Dec 2021
Role: Senior Java Developer
Responsibilities:
- Built services
Client: Elm Telecom, Dallas, TX || Mar 2018 – Dec 2019
Role: Java Developer
Responsibilities:
- Built portals`,
    expected: [
      'Granite Mutual | Senior Java Developer | 2020-01..2021-12',
      'Elm Telecom | Java Developer | 2018-03..2019-12',
    ],
  },
  {
    name: 'internship section style',
    language: 'en',
    sketch: `
**Intern, Policy Unit** || Summer 2021
Chamber of Commerce of Alder County
  - Wrote briefings
**Intern** || Summer 2020
Senator's Office, Albany, NY
  - Answered letters`,
    expected: [
      'Chamber of Commerce of Alder County | Intern, Policy Unit | 2021..2021',
      "Senator's Office | Intern | 2020..2020",
    ],
  },
  {
    name: 'date after company on 2nd line with comma',
    language: 'en',
    page: false,
    sketch: `
Assistant Store Manager
Fernwick Grocers, Bolton, March 2018 to August 2023
- Ordered stock
Store Assistant
Hadley News, Bury, June 2015 to February 2018
- Served customers`,
    expected: [
      'Fernwick Grocers | Assistant Store Manager | 2018-03..2023-08',
      'Hadley News | Store Assistant | 2015-06..2018-02',
    ],
  },
  {
    name: 'German Lebenslauf with Word tabs',
    language: 'de',
    page: false,
    sketch: `
seit 09/2019 || Oberärztin für Innere Medizin
Kreiskrankenhaus Torgelow
01/2014 – 08/2019 || Assistenzärztin
Universitätsklinikum Greifsheim
10/2012 – 12/2013 || Ärztin im Praktikum
Klinikum Ostsee, Barth`,
    expected: [
      'Kreiskrankenhaus Torgelow | Oberärztin für Innere Medizin | 2019-09..present',
      'Universitätsklinikum Greifsheim | Assistenzärztin | 2014-01..2019-08',
      'Klinikum Ostsee | Ärztin im Praktikum | 2012-10..2013-12',
    ],
  },
  {
    name: 'Elternzeit and gaps',
    language: 'de',
    page: false,
    sketch: `
01/2020 – heute || Steuerfachangestellte, Kanzlei Brandt & Partner, Rheine
07/2018 – 12/2019 || Elternzeit
08/2012 – 06/2018 || Steuerfachangestellte, Steuerberatung Lohmann, Nordhorn`,
    expected: [
      'Kanzlei Brandt & Partner | Steuerfachangestellte | 2020-01..present',
      'Steuerberatung Lohmann | Steuerfachangestellte | 2012-08..2018-06',
    ],
  },
  {
    name: 'title — company, dates in brackets, promotions inline',
    language: 'en',
    page: false,
    sketch: `
Cloudberry Bank
Branch Manager (2019–present)
Assistant Manager (2016–2019)
Teller (2014–2016)
- Ran a branch with nine people

Juniper Savings
Intern (2013)
- Counted coins`,
    expected: [
      'Cloudberry Bank | Branch Manager | 2019..present',
      'Cloudberry Bank | Assistant Manager | 2016..2019',
      'Cloudberry Bank | Teller | 2014..2016',
      'Juniper Savings | Intern | 2013..2013',
    ],
  },
  {
    name: 'academic cv with years in brackets',
    language: 'en',
    sketch: `
Lecturer in Physics, Abbot's Ridge University (2019–)
Research Associate, Helios Laboratory, Grenoble, France (2016–2019)
Research Assistant, University of Penmarsh (2012–2016)`,
    expected: [
      "Abbot's Ridge University | Lecturer in Physics | 2019..present",
      'Helios Laboratory | Research Associate | 2016..2019',
      'University of Penmarsh | Research Assistant | 2012..2016',
    ],
  },
  {
    name: 'French margin',
    language: 'fr',
    sketch: `
09/2020 – 06/2024 || **Professeure de mathématiques**
Collège Jean-Moulin, Sète
  - Cours de la 6e à la 3e
09/2017 – 06/2020 || **Professeure remplaçante**
Académie de Montclar
  - Remplacements`,
    expected: [
      'Collège Jean-Moulin | Professeure de mathématiques | 2020-09..2024-06',
      'Académie de Montclar | Professeure remplaçante | 2017-09..2020-06',
    ],
  },
  {
    name: 'long company intro line then titles',
    language: 'en',
    sketch: `
**Ardent Robotics** || Pittsburgh, PA || 2016 – Present
**Director of Manufacturing** (2021 – Present)
  - Built a second plant
**Manufacturing Engineer** (2016 – 2021)
  - Built the first line`,
    expected: [
      'Ardent Robotics | Director of Manufacturing | 2021..present',
      'Ardent Robotics | Manufacturing Engineer | 2016..2021',
    ],
  },
  {
    name: 'no company for own business',
    language: 'en',
    sketch: `
**Owner** || 2015 – 2022
Sweet Basil Catering
  - Cooked for weddings
**Line Cook** || 2012 – 2015
Café Miró
  - Grill`,
    expected: ['Sweet Basil Catering | Owner | 2015..2022', 'Café Miró | Line Cook | 2012..2015'],
  },
  {
    name: 'date-first lines with title & company on one line w/ dash and place',
    language: 'en',
    page: false,
    sketch: `
Sept. 2019 – Aug. 2023
Event Coordinator – Grand Meridian Hotel, Vancouver, BC
- Planned 200 events
May 2017 – Aug. 2019
Front Desk Agent – Pacific Lodge, Victoria, BC
- Checked in guests`,
    expected: [
      'Grand Meridian Hotel | Event Coordinator | 2019-09..2023-08',
      'Pacific Lodge | Front Desk Agent | 2017-05..2019-08',
    ],
  },
]

describe('positions in many layouts', () => {
  test.each(LAYOUTS)('$name', ({ language, page, sketch, expected }) => {
    const read = readExperience([section('experience', sketch, page ?? true)], {
      language,
      today: '2026-11-22',
    })
    expect(
      read.map(({ value }) => `${value.company} | ${value.title} | ${value.start}..${value.end}`.trim()),
    ).toEqual(expected)
  })
})

describe('times without work', () => {
  const read = (between: string) =>
    readExperience(
      [
        section(
          'experience',
          `
Staff Nurse, St Thomas' Hospital, Sep 2019 - Present
Responsible for wards.

${between}

Nurse, Guy's Hospital, Jan 2014 - Dec 2017
- Helped on two wards`,
          false,
        ),
      ],
      { language: 'en', today: '2026-11-22' },
    ).map(({ value }) => [value.company, value.title, value.bullets])
  const nurse = [
    ["St Thomas' Hospital", 'Staff Nurse', ['Responsible for wards.']],
    ["Guy's Hospital", 'Nurse', ['Helped on two wards']],
  ]
  test.each([
    'Career break, Jan 2018 - Aug 2019',
    'Sabbatical, Jan 2018 - Aug 2019\nTravelled in Asia.',
    'Parental leave (first child), Jan 2018 - Aug 2019',
    'Elternzeit, 01/2018 - 08/2019',
    'Elternzeit, 01/2018 - 08/2019\n\nSabbatjahr, 2013',
    'Congé parental, 01/2018 - 08/2019',
    'Année sabbatique, 01/2018 - 08/2019',
    'Año sabático, 01/2018 - 08/2019',
    'Permiso de maternidad, 01/2018 - 08/2019',
  ])('%j is no position, and takes nothing from others', between => {
    expect(read(between)).toEqual(nurse)
  })
  test('work that is named after one is a position', () => {
    expect(read('Maternity Leave Cover Teacher, Hill School, Jan 2018 - Aug 2019')[1]?.slice(0, 2)).toEqual([
      'Hill School',
      'Maternity Leave Cover Teacher',
    ])
  })
  test('a sentence above a company is not its title', () => {
    expect(read('Charing Cross Hospital, Jan 2018 - Aug 2019')).toEqual([
      nurse[0],
      ['Charing Cross Hospital', '', []],
      nurse[1],
    ])
  })
  test('a short sentence before a whole header stays with what was done', () => {
    const [first] = readExperience(
      [
        section(
          'experience',
          "Staff Nurse, St Thomas' Hospital, Sep 2019 - Present\nRan wards.\nNurse, Guy's Hospital, Jan 2014 - Dec 2017",
          false,
        ),
      ],
      { language: 'en', today: '2026-11-22' },
    )
    expect(first?.value.bullets).toEqual(['Ran wards.'])
  })
})

test.each([
  [
    'University of Illinois at Urbana-Champaign',
    'Research Assistant, University of Illinois at Urbana-Champaign, 2015 - 2016',
  ],
  [
    'State University of New York at Albany',
    'Research Assistant at State University of New York at Albany, 2015 - 2016',
  ],
  ['Corner Bakery', 'Research Assistant at Corner Bakery, 2015 - 2016'],
])('%s is one name', (company, line) => {
  const [job] = readExperience([section('experience', line, false)], { language: 'en', today: '2026-11-22' })
  expect(job?.value).toMatchObject({ company, title: 'Research Assistant' })
})

test('towns below the dates of each position are no companies', () => {
  const read = readExperience(
    [
      section(
        'experience',
        `
**Redfern Projekte GmbH**
Manager
May 2021 – Present
Ebersfeld
Planner
May 2018 – April 2021
Ebersfeld
**Werft Tallgrass**
Draftsman
March 2014 – April 2018
Nordhafen`,
      ),
    ],
    { language: 'en', today: '2026-11-22', isTown: name => /^(?:Ebersfeld|Nordhafen)$/.test(name) },
  )
  expect(read.map(({ value }) => [value.company, value.title])).toEqual([
    ['Redfern Projekte GmbH', 'Manager'],
    ['Redfern Projekte GmbH', 'Planner'],
    ['Werft Tallgrass', 'Draftsman'],
  ])
})
