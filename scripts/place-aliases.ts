/** Hand-made additions to the gazetteer: names that GeoNames' main table leaves out. Compiled by build-places.ts. */

/** country ; name in GeoNames ; English name to show (empty: the same) ; other spellings */
export const CITY_NAMES = `
AT;Vienna;;Wien,Vienne,Viena,Wiedeń
AT;Salzburg;;Salzbourg
AT;Klagenfurt am Wörthersee;Klagenfurt;
BE;Brussels;;Bruxelles,Brussel,Brüssel,Bruselas
BE;Antwerp;;Antwerpen,Anvers
BE;Gent;Ghent;Gand
BE;Brugge;Bruges;
BE;Leuven;;Louvain
BE;Liège;;Lüttich,Luik
BE;Namur;;Namen
BE;Mechelen;;Malines
BE;Kortrijk;;Courtrai
BG;Sofia;;Sofiya,София
BR;São Paulo;São Paulo;Sao Paulo SP
BR;Rio de Janeiro;;Rio
CA;Montréal;Montreal;
CA;Québec;Quebec City;Ville de Québec,Québec City
CA;Trois-Rivières;;
CH;Zürich;Zurich;Zuerich
CH;Geneva;;Genève,Genf,Ginebra,Ginevra
CH;Genève;Geneva;Genf
CH;Basel;;Basle,Bâle
CH;Biel/Bienne;Biel;Bienne
CH;Sitten;Sion;
CH;Luzern;Lucerne;
CH;Lucerne;;Luzern
CH;Bern;;Berne
CH;St. Gallen;;St Gall,Saint-Gall
CN;Beijing;;Peking
CN;Guangzhou;;Canton
CZ;Prague;;Praha,Prag,Praga,Praag
CZ;Pilsen;;Plzeň
CZ;Plzeň;Pilsen;
CZ;Brno;;Brünn
CY;Nicosia;;Lefkosia
DE;Munich;;München,Muenchen,Monaco di Baviera,Munique
DE;Köln;Cologne;Koeln
DE;Cologne;;Köln,Koeln
DE;Nuremberg;;Nürnberg,Nuernberg
DE;Nürnberg;Nuremberg;Nuernberg
DE;Hannover;Hanover;
DE;Frankfurt am Main;Frankfurt;Frankfurt/Main,Frankfurt a.M.,Frankfurt a M,Francfort,Frankfurt Main
DE;Düsseldorf;;Dusseldorf,Duesseldorf
DE;Hamburg;;Hambourg,Hamburgo
DE;Berlin;;Berlín,Berlino
DE;Braunschweig;;Brunswick
DE;Freiburg;;Freiburg im Breisgau
DE;Bad Homburg vor der Höhe;Bad Homburg;Bad Homburg v.d.H.
DE;Hanau am Main;Hanau;
DE;Marburg an der Lahn;Marburg;
DE;Offenbach;;Offenbach am Main
DE;Halle (Saale);Halle;
DE;Aachen;;Aix-la-Chapelle
DK;Copenhagen;;København,Kopenhagen,Copenhague,Kobenhavn
DK;Århus;Aarhus;
DK;Aarhus;;Århus
ES;Sevilla;Seville;
ES;Zaragoza;;Saragossa
ES;A Coruña;;La Coruña,Corunna
ES;San Sebastián;;Donostia,San Sebastian Donostia
ES;Donostia / San Sebastián;San Sebastián;Donostia,Donostia-San Sebastián
ES;Gasteiz / Vitoria;Vitoria-Gasteiz;Vitoria
ES;Las Palmas de Gran Canaria;;Las Palmas
ES;Palma;;Palma de Mallorca
ES;Vitoria-Gasteiz;;Vitoria
ES;Bilbao;;Bilbo
EG;Cairo;;Al Qahirah,Le Caire,Kairo
FI;Helsinki;;Helsingfors
FI;Turku;;Åbo
FI;Tampere;;Tammerfors
FR;Lyon;;Lyons
FR;Marseille;;Marseilles
FR;Paris;;Parigi,París
FR;Strasbourg;;Straßburg,Strassburg
FR;La Défense;;Paris La Défense,Paris-La Défense
GB;London;;Londres,Londra,Londen,Londyn,Londýn,City of London,Central London,Greater London,Inner London,West End London,LDN
GB;City of London;London;
GB;City of Westminster;London;Westminster
GB;Newcastle upon Tyne;;Newcastle,Newcastle-upon-Tyne
GB;Kingston upon Hull;Hull;
GB;Hull;;Kingston upon Hull
GB;Royal Leamington Spa;Leamington Spa;Leamington
GB;Leamington Spa;;Royal Leamington Spa,Leamington
GB;Royal Tunbridge Wells;Tunbridge Wells;Tunbridge
GB;Stoke-on-Trent;;Stoke on Trent,Stoke
GB;Brighton;;Brighton & Hove,Brighton and Hove
GB;Edinburgh;;Edinburgo,Édimbourg
GB;Derry;;Londonderry
GB;Bury St Edmunds;;Bury Saint Edmunds
GB;High Wycombe;;Wycombe
GB;Great Malvern;;Malvern
GB;Welwyn Garden City;;Welwyn
GB;Milton Keynes;;MK
GB;Saint Helens;St Helens;
GB;Saint Albans;St Albans;
GR;Athens;;Athina,Athen,Athènes,Αθήνα
GR;Thessaloníki;Thessaloniki;Salonica
GR;Piraeus;;Pireas
HU;Budapest;;
ID;Jakarta;;DKI Jakarta,Djakarta
IE;Dublin;;Baile Átha Cliath,Dublino,Dublín,Dublin City
IE;Cork;;Cork City
IL;Tel Aviv;;Tel Aviv-Yafo,Tel-Aviv
IL;Tel Aviv-Yafo;Tel Aviv;Tel-Aviv
IL;Jerusalem;;Yerushalayim
IL;Herzliyya;Herzliya;
IN;Bengaluru;;Bangalore,Bengaluru Urban,Bengalore
IN;Mumbai;;Bombay,Navi Mumbai City
IN;Chennai;;Madras
IN;Kolkata;;Calcutta
IN;Gurugram;;Gurgaon
IN;Gurgaon;Gurugram;
IN;New Delhi;;
IN;Delhi;;Delhi NCR,Delhi/NCR,NCR Delhi
IN;Pune;;Poona
IN;Thiruvananthapuram;;Trivandrum
IN;Kochi;;Cochin
IN;Vadodara;;Baroda
IN;Visakhapatnam;;Vizag
IN;Mysuru;;Mysore
IN;Mangaluru;;Mangalore
IN;Puducherry;;Pondicherry
IT;Rome;;Roma,Rom
IT;Milan;;Milano,Mailand
IT;Turin;;Torino
IT;Florence;;Firenze,Florenz
IT;Venice;;Venezia,Venedig
IT;Naples;;Napoli,Neapel
IT;Genoa;;Genova,Gênes
IT;Padova;Padua;
IT;Padua;;Padova
IT;Bologna;;
IT;Bolzano;;Bozen
JP;Tokyo;;Tokio,Tōkyō
JP;Osaka;;Ōsaka
KR;Seoul;;Séoul,Soul
LU;Luxembourg;;Luxembourg City,Luxembourg-Ville,Luxemburg Stadt
LV;Riga;;Rīga
LT;Vilnius;;Wilno
MX;León de los Aldama;León;
AR;Buenos Aires;;CABA,C.A.B.A.,Capital Federal,Ciudad de Buenos Aires,Ciudad Autónoma de Buenos Aires
CO;Bogotá;;Bogotá D.C.,Santafé de Bogotá
PA;Panama City;;Ciudad de Panamá
PE;Lima;;Lima Metropolitana
MX;Mexico City;;Ciudad de México,Ciudad de Mexico,CDMX,México D.F.,Mexico D.F.,México DF
MA;Marrakesh;;Marrakech
MY;Kuala Lumpur;;
NL;The Hague;;Hague,Den Haag,'s-Gravenhage,La Haye
NL;'s-Hertogenbosch;;Den Bosch
NL;Almere Stad;Almere;
NL;Amsterdam;;Ámsterdam
NL;Nijmegen;;Nimwegen
NO;Oslo;;
PH;Manila;;Metro Manila
PH;Cebu City;;Cebu
PH;Taguig;;Taguig City,BGC,Bonifacio Global City
PH;Makati City;Makati;
PH;Makati;;Makati City
PL;Warsaw;;Warszawa,Warschau,Varsovie,Varsovia
PL;Kraków;Krakow;Cracow,Krakau,Cracovia
PL;Wrocław;;Breslau
PL;Gdańsk;;Danzig
PL;Poznań;;Posen
PL;Katowice;;Kattowitz
PT;Lisbon;;Lisboa,Lissabon,Lisbonne
PT;Porto;;Oporto
RO;Bucharest;;București,Bucuresti,Bukarest,Bucarest
RO;Cluj-Napoca;;Cluj
RO;Iaşi;Iași;Iasi
RO;Timişoara;Timișoara;
RS;Belgrade;;Beograd,Belgrad
RU;Moscow;;Moskva,Moskau,Moscou,Москва
RU;Saint Petersburg;;Sankt-Peterburg,St Petersburg
SE;Gothenburg;;Göteborg,Goteborg
SE;Göteborg;Gothenburg;
SE;Malmö;;Malmoe
SG;Singapore;;Singapur,Singapour
SK;Bratislava;;Pressburg
TR;Istanbul;;İstanbul
TW;Taipei;;Taibei
UA;Kyiv;;Kiev,Kyïv,Київ
UA;Lviv;;Lvov,Lwów
UA;Kharkiv;;Kharkov
UA;Odessa;Odesa;
UA;Odesa;;Odessa
US;New York City;New York;NYC,New York NYC,N.Y.C.,NY City,New York New York
US;Manhattan;Manhattan;Manhattan New York
US;San Francisco;;SF,San Fran,San Francisco Bay Area,SF Bay Area,Bay Area,S.F.
US;Los Angeles;;Greater Los Angeles,LA Metro,Greater LA
US;Washington;Washington;Washington D.C.,Washington DC,Washington District of Columbia,DC Metro,DC Metro Area
US;Washington D.C.;Washington;Washington DC,Washington District of Columbia
US;Philadelphia;;Philly
US;Las Vegas;;Vegas
US;Dallas;;Dallas-Fort Worth,Dallas Fort Worth,DFW,Dallas/Fort Worth
US;Minneapolis;;Minneapolis-St. Paul,Minneapolis Saint Paul,Twin Cities
US;Raleigh;;Raleigh-Durham,Raleigh Durham,Research Triangle
US;Boston;;Greater Boston
US;Salt Lake City;;SLC
US;Saint Paul;St. Paul;
US;Saint Louis;St. Louis;
US;St. Louis;;
US;Boise;;Boise City
US;Nashville;;Nashville-Davidson
US;Louisville;;Louisville/Jefferson County
VN;Ho Chi Minh City;;Ho Chi Minh,Hồ Chí Minh,Thành phố Hồ Chí Minh,TP HCM,TP.HCM,HCMC,Saigon,Sài Gòn
VN;Hanoi;;Hà Nội,Ha Noi
VN;Da Nang;;Đà Nẵng,Danang
`

/** country ; GeoNames admin1 code ; name to show ; latitude ; longitude ; population: places that people write as cities but the table lacks at that level */
export const MORE_CITIES = `
US;NY;Brooklyn;40.65;-73.95;2736000
US;NY;Queens;40.73;-73.79;2405000
US;NY;Bronx;40.85;-73.87;1472000
US;NY;Staten Island;40.58;-74.15;495000
FR;93;Sophia Antipolis;43.62;7.05;9000
GB;ENG;Gatwick;51.16;-0.16;5000
GB;ENG;Heathrow;51.47;-0.45;5000
GB;ENG;Hammersmith;51.49;-0.22;180000
GB;ENG;Shoreditch;51.53;-0.08;20000
GB;ENG;Wimbledon;51.42;-0.21;68000
PA;08;Panama City;8.99;-79.52;881000
US;NC;Research Triangle Park;35.9;-78.86;5000
AU;04;Sunshine Coast;-26.65;153.07;340000
HK;HCW;Hong Kong;22.28;114.16;7400000
SG;;Singapore;1.29;103.85;5600000
FR;11;La Défense;48.89;2.24;25000
NL;07;Schiphol;52.31;4.76;5000
`

/** Names that mean one place to nearly everybody although a namesake is not much smaller. country ; name */
export const FAMOUS = `
ES;Barcelona
ES;Valencia
ES;Madrid
GB;Manchester
GB;Birmingham
GB;London
GB;Bristol
GB;Liverpool
GB;Leeds
GB;Sheffield
GB;Nottingham
GB;Glasgow
GB;Edinburgh
GB;Aberdeen
GB;Newcastle upon Tyne
GB;Oxford
GB;Reading
GB;Bath
GB;Plymouth
GB;Portsmouth
GB;Southampton
GB;York
GB;Leicester
GB;Coventry
GB;Derby
GB;Norwich
GB;Exeter
GB;Brighton
GB;Swansea
GB;Dundee
GB;Chester
GB;St Albans
IE;Dublin
IE;Cork
IE;Galway
US;San Jose
US;Bellevue@WA
US;Redmond@WA
US;Pasadena@CA
US;Princeton@NJ
US;Hoboken
US;Santa Barbara
US;San Mateo
US;St. Louis
US;San Francisco
US;Boston
US;San Diego
US;Los Angeles
US;Philadelphia
US;Phoenix
US;Denver
US;Austin
US;Dallas
US;Houston
US;Seattle
US;Chicago
US;Atlanta
US;Miami
US;Portland@OR
US;Charlotte
US;Detroit
US;Minneapolis
US;Nashville
US;Columbus@OH
US;Kansas City@MO
US;Las Vegas
US;Oakland
US;Pittsburgh
US;Santa Monica
US;Palo Alto
US;Mountain View
US;Santa Clara
AU;Melbourne
AU;Sydney
AU;Perth
CA;Toronto
CA;Vancouver
CA;Ottawa
FR;Paris
DE;Berlin
DE;Hamburg
DE;Munich
DE;Frankfurt am Main
DE;Köln
DE;Heidelberg
IT;Rome
IT;Milan
IT;Florence
IT;Naples
IT;Venice
GR;Athens
PT;Lisbon
PT;Porto
AT;Vienna
PL;Warsaw
NL;Amsterdam
NL;Rotterdam
CH;Geneva
CH;Bern
DK;Copenhagen
SE;Stockholm
BG;Sofia
CL;Santiago
AR;Buenos Aires
CO;Bogotá
PE;Lima
IN;Hyderabad
IN;Delhi
RU;Moscow
EG;Cairo
LK;Colombo
PA;Panama City
PR;San Juan
IL;Tel Aviv
`

/** country ; other names (beyond those of i18n-iso-countries) */
export const COUNTRY_NAMES = `
GB;UK,U.K.,Great Britain,Britain,United Kingdom of Great Britain and Northern Ireland,Vereinigtes Königreich,Royaume-Uni,Reino Unido,Großbritannien
US;USA,U.S.,U.S.A.,US,United States of America,Estados Unidos,États-Unis,Vereinigte Staaten,US of A,Continental US,Contiguous US,CONUS
AE;UAE,U.A.E.,United Arab Emirates,Emirates
NL;Holland,The Netherlands,Nederland
CZ;Czech Republic,Czechia,Česko,Česká republika,Tschechien
DE;Deutschland,Bundesrepublik Deutschland
CH;Schweiz,Suisse,Svizzera,Switzerland
AT;Österreich,Oesterreich
KR;South Korea,Korea,Republic of Korea
KP;North Korea
RU;Russia,Russian Federation
VN;Vietnam,Viet Nam,Việt Nam
TW;Taiwan
HK;Hong Kong SAR,Hong Kong
MO;Macau,Macao
CI;Ivory Coast
TR;Turkey,Türkiye
IE;Ireland,Republic of Ireland,Éire
MK;North Macedonia,Macedonia
ES;España
IT;Italia
PL;Polska
BR;Brasil
MX;México
SE;Sverige
NO;Norge
DK;Danmark
FI;Suomi
HU;Magyarország
GR;Hellas
BE;Belgique,België
JP;Nippon
BO;Bolivia
VE;Venezuela
TZ;Tanzania
MD;Moldova
LA;Laos
SY;Syria
IR;Iran
BN;Brunei
PS;Palestine
CD;DR Congo,Democratic Republic of the Congo
ZA;South Africa,RSA
NZ;New Zealand,Aotearoa
AU;Australia
SA;KSA,Kingdom of Saudi Arabia
DO;Dominican Republic
PH;Philippines,The Philippines
BA;Bosnia,Bosnia and Herzegovina
`

/** country ; GeoNames admin1 code ; name to show ; abbreviation ; other names */
export const PROVINCES = `
AT;01;Burgenland;;
AT;02;Carinthia;;Kärnten
AT;03;Lower Austria;;Niederösterreich
AT;04;Upper Austria;;Oberösterreich
AT;06;Styria;;Steiermark
AT;07;Tyrol;;Tirol
AT;09;Vienna;;Wien
AU;01;Australian Capital Territory;ACT;
AU;02;New South Wales;NSW;
AU;03;Northern Territory;;
AU;04;Queensland;QLD;
AU;05;South Australia;;
AU;06;Tasmania;TAS;
AU;07;Victoria;VIC;
AU;08;Western Australia;WA;
BE;BRU;Brussels;;Brussels Capital,Bruxelles-Capitale,Brussels-Capital Region
BE;VLG;Flanders;;Vlaanderen,Flandre,Vlaams-Brabant,West-Vlaanderen,Oost-Vlaanderen
BE;WAL;Wallonia;;Wallonie,Walloon Brabant,Brabant wallon,Hainaut
BR;27;São Paulo;SP;
BR;21;Rio de Janeiro;RJ;
BR;15;Minas Gerais;MG;
BR;26;Santa Catarina;SC;
BR;23;Rio Grande do Sul;RS;
BR;18;Paraná;PR;
BR;07;Federal District;DF;Distrito Federal
CA;01;Alberta;AB;
CA;02;British Columbia;BC;Colombie-Britannique
CA;03;Manitoba;MB;
CA;04;New Brunswick;NB;
CA;05;Newfoundland and Labrador;NL;Newfoundland
CA;07;Nova Scotia;NS;Nouvelle-Écosse
CA;08;Ontario;ON;
CA;09;Prince Edward Island;PE;PEI
CA;10;Quebec;QC;Québec,PQ
CA;11;Saskatchewan;SK;
CA;12;Yukon;YT;
CA;13;Northwest Territories;NT;
CA;14;Nunavut;NU;
CH;BE;Bern;;Berne
CH;BS;Basel-Stadt;;Basel-City,Basel City
CH;GE;Geneva;;Genève,Genf
CH;GR;Grisons;;Graubünden
CH;LU;Lucerne;;Luzern
CH;SG;St. Gallen;;Sankt Gallen
CH;VD;Vaud;;Waadt
CH;VS;Valais;;Wallis
CH;ZH;Zurich;ZH;Zürich
CZ;52;Prague;;Praha,Hlavní město Praha
CZ;78;South Moravian;;South Moravia,Jihomoravský kraj
CZ;85;Moravian-Silesian;;Moravskoslezský kraj
DE;01;Baden-Württemberg;BW;
DE;02;Bavaria;BY;Bayern,Freistaat Bayern
DE;03;Bremen;HB;
DE;04;Hamburg;HH;
DE;05;Hesse;HE;Hessen
DE;06;Lower Saxony;NI;Niedersachsen
DE;07;North Rhine-Westphalia;NRW;Nordrhein-Westfalen,NW
DE;08;Rhineland-Palatinate;RP;Rheinland-Pfalz
DE;09;Saarland;SL;
DE;10;Schleswig-Holstein;;
DE;11;Brandenburg;BB;
DE;12;Mecklenburg-Western Pomerania;MV;Mecklenburg-Vorpommern
DE;13;Saxony;SN;Sachsen
DE;14;Saxony-Anhalt;ST;Sachsen-Anhalt
DE;15;Thuringia;TH;Thüringen
DE;16;Berlin;BE;Land Berlin
ES;51;Andalusia;;Andalucía
ES;52;Aragon;;Aragón
ES;53;Canary Islands;;Canarias,Islas Canarias
ES;54;Castilla-La Mancha;;
ES;55;Castile and León;;Castilla y León
ES;56;Catalonia;;Cataluña,Catalunya
ES;59;Basque Country;;País Vasco,Euskadi,Bizkaia,Gipuzkoa
ES;60;Valencia;;Comunidad Valenciana,Valencian Community,Comunitat Valenciana
ES;29;Madrid;;Comunidad de Madrid,Community of Madrid
ES;32;Navarre;;Navarra
ES;07;Balearic Islands;;Islas Baleares,Illes Balears
FR;11;Île-de-France;IDF;Ile de France,Hauts-de-Seine,Seine-Saint-Denis,Val-de-Marne,Essonne,Yvelines
FR;28;Normandy;;Normandie
FR;53;Brittany;;Bretagne
FR;75;Nouvelle-Aquitaine;NAQ;New Aquitaine,Gironde
FR;84;Auvergne-Rhône-Alpes;ARA;Rhône,Isère
FR;93;Provence-Alpes-Côte d'Azur;PACA;PAC
FR;94;Corsica;;Corse
FR;76;Occitanie;OCC;Occitania,Haute-Garonne
FR;32;Hauts-de-France;HDF;
FR;44;Grand Est;GES;
FR;52;Pays de la Loire;PDL;Loire-Atlantique
GB;ENG;England;;Inglaterra,Angleterre
GB;SCT;Scotland;;Schottland,Écosse
GB;WLS;Wales;;Cymru
GB;NIR;Northern Ireland;;
GR;ESYE31;Attica;;Attiki,Attikí
IE;L;Leinster;;County Dublin,Co Dublin,Co. Dublin,Dublin County,County Kildare,Kildare,Co Kildare,County Wicklow,Wicklow,County Meath,Meath,County Louth,Louth,County Westmeath,Westmeath,County Wexford,County Laois,Laois,County Offaly,Offaly,County Kilkenny,County Carlow,County Longford
IE;M;Munster;;County Cork,Co Cork,County Limerick,Co Limerick,County Kerry,Kerry,County Clare,County Tipperary,Tipperary,County Waterford
IE;C;Connacht;;County Galway,Co Galway,County Mayo,County Sligo,County Roscommon,County Leitrim
IE;U;Ulster;;County Donegal,Donegal,County Cavan,County Monaghan
IN;07;Delhi;;NCT of Delhi,NCR
IN;16;Maharashtra;MH;
IN;19;Karnataka;KA;
IN;25;Tamil Nadu;TN;Tamilnadu
IN;40;Telangana;TS;
IN;02;Andhra Pradesh;AP;
IN;36;Uttar Pradesh;UP;
IN;10;Haryana;HR;
IN;28;West Bengal;WB;
IN;21;Odisha;;Orissa
IT;09;Lombardy;;Lombardia
IT;12;Piedmont;;Piemonte
IT;16;Tuscany;;Toscana
IT;07;Lazio;;Latium
IT;15;Sicily;;Sicilia
IT;14;Sardinia;;Sardegna
IT;13;Apulia;;Puglia
IT;10;Marche;;The Marches
MX;09;Mexico City;;Ciudad de México
MX;19;Nuevo León;NL;
MX;02;Baja California;BC;
MX;22;Querétaro;QRO;
MX;11;Guanajuato;GTO;
MX;07;Coahuila;COAH;
MX;06;Chihuahua;CHIH;
NL;07;North Holland;;Noord-Holland
NL;11;South Holland;;Zuid-Holland
NL;06;North Brabant;;Noord-Brabant
NL;02;Friesland;;Fryslân
NZ;E7;Auckland;;
PL;72;Lower Silesian;;Lower Silesia,Dolnośląskie
PL;73;Kuyavian-Pomeranian;;Kujawsko-Pomorskie
PL;74;Łódź;;Łódzkie,Łódź Voivodeship
PL;75;Lublin;;Lubelskie
PL;77;Lesser Poland;;Małopolskie,Małopolska
PL;78;Masovian;;Mazovia,Mazowieckie,Masovian Voivodeship,Masovia
PL;82;Pomeranian;;Pomerania,Pomorskie
PL;83;Silesian;;Silesia,Śląskie
PL;86;Greater Poland;;Wielkopolskie
PL;87;West Pomeranian;;Zachodniopomorskie
PT;14;Lisbon;;Lisboa
SE;26;Stockholm;;Stockholms län,Stockholm County
SE;27;Skåne;;Skane,Scania
SE;28;Västra Götaland;;
US;WA;Washington;WA;Washington State,State of Washington
US;NY;New York;NY;New York State,Upstate New York
US;DC;District of Columbia;DC;
PH;NCR;Metro Manila;;National Capital Region
VN;79;Ho Chi Minh City;;
VN;01;Hanoi;;
ZA;06;Gauteng;GP;
ZA;11;Western Cape;WC;
ZA;02;KwaZulu-Natal;KZN;
`

/** Regions of other countries within one division. country ; GeoNames admin1 code ; names */
export const OTHER_AREAS = `
US;CA;Silicon Valley,Southern California,Northern California,SoCal,NorCal,Orange County
US;NC;Research Triangle Park,Research Triangle,RTP
US;NY;Long Island,Hudson Valley
US;FL;South Florida,Central Florida
DE;05;Rhein-Main,Rhein-Main-Gebiet
DE;07;Ruhrgebiet,Ruhr
`

/** Counties, old counties and regions of the United Kingdom by nation; they stand for the nation in `office_province`. */
export const UK_AREAS: Record<string, string> = {
  ENG: 'Bedfordshire,Central Bedfordshire,Berkshire,West Berkshire,Royal County of Berkshire,Buckinghamshire,Bucks,Cambridgeshire,Cambs,Cheshire,Cheshire East,Cheshire West and Chester,Cleveland,Cornwall,Cumbria,Cumberland,Derbyshire,Devon,Devonshire,Dorset,County Durham,Co Durham,East Sussex,West Sussex,Sussex,Essex,Gloucestershire,South Gloucestershire,Avon,Hampshire,Hants,Herefordshire,Hereford and Worcester,Hertfordshire,Herts,Humberside,Huntingdonshire,Isle of Wight,Kent,Medway,Lancashire,Lancs,Leicestershire,Leics,Lincolnshire,Lincs,North Lincolnshire,North East Lincolnshire,Merseyside,Middlesex,Norfolk,Northamptonshire,Northants,North Northamptonshire,West Northamptonshire,Northumberland,North Yorkshire,South Yorkshire,West Yorkshire,East Yorkshire,Yorkshire,East Riding of Yorkshire,East Riding,Nottinghamshire,Notts,Oxfordshire,Oxon,Rutland,Shropshire,Salop,Somerset,North Somerset,Staffordshire,Staffs,Suffolk,Surrey,Teesside,Tees Valley,Tyne and Wear,Tyne & Wear,Tyneside,North Tyneside,South Tyneside,Warwickshire,West Midlands,East Midlands,The Midlands,Wiltshire,Wilts,Wirral,Worcestershire,Worcs,Greater Manchester,South East England,South West England,North East England,North West England,East of England,East England,South East,South West,North West,North East,Home Counties,East Anglia,West Country,Thames Valley,Cotswolds,Lake District,Yorkshire and the Humber,Yorkshire and Humber,Bath and North East Somerset,Sandwell,Kirklees,Calderdale,Trafford,Tameside,Knowsley,Sefton,Telford and Wrekin',
  SCT: 'Aberdeenshire,Angus,Argyll,Argyll and Bute,Ayrshire,East Ayrshire,North Ayrshire,South Ayrshire,Dumfries and Galloway,Dunbartonshire,East Lothian,Midlothian,West Lothian,Lothian,Fife,Highland,Highlands,Scottish Highlands,Lanarkshire,North Lanarkshire,South Lanarkshire,Moray,Orkney,Orkney Islands,Perthshire,Perth and Kinross,Renfrewshire,East Renfrewshire,Scottish Borders,Shetland,Shetland Islands,Stirlingshire,Strathclyde,Tayside,Grampian,Central Scotland',
  WLS: 'Anglesey,Blaenau Gwent,Carmarthenshire,Ceredigion,Clwyd,Conwy,Denbighshire,Dyfed,Flintshire,Glamorgan,Mid Glamorgan,South Glamorgan,West Glamorgan,Vale of Glamorgan,Gwent,Gwynedd,Monmouthshire,Neath Port Talbot,Pembrokeshire,Powys,Rhondda Cynon Taf,Torfaen,South Wales,North Wales,Mid Wales,West Wales',
  NIR: 'County Antrim,Co Antrim,Antrim,County Armagh,Co Armagh,County Down,Co Down,County Fermanagh,Fermanagh,County Londonderry,County Tyrone,Co Tyrone,Tyrone,Mid Ulster',
}
