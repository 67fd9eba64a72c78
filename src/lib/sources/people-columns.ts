/** Names of columns that hold something about one person, in their many spellings. */

/** Spelt without spaces, signs and case. */
const STRONG: readonly RegExp[] = [
  /^(child|childs|person|persons|pupil|student|young(person|people)|client|patient|parent|carer|mother|father|first|last|middle|full|preferred|previous|family|given|fore|sur|christian|maiden|legal|known)s?names?$/,
  /surname|forename|givenname|^initials$|^knownas$|^aka$|^nickname$/,
  /(^|pers|person|child|childs)dob$|dateofbirth|birthdate|birthday$|^born(on)?$|^edd$|dobexpected|expecteddob|expecteddateofdelivery|expecteddate(ofbirth)?$|dateofdeath|deathdate|^dod$|^birth(day|month)$/,
  /^(former|unknown|pers|pupil|child)*upn(unknown|number|no)?$|uniquepupil|^uln$|uniquelearner|^upn\d$/,
  /nhs(no|num|number|id)$|^nhs$|commonchildid|singleuniqueidentifier|^sui$|^chi(no|num|number)?$|healthandcarenumber|^hcn(umber)?$/,
  /postcode|^postalcode$|^zip(code)?$|^(home|full|child|current|placement)?(address)(line)?\d*$|addressjson|^uprn$|^street$|^house(no|number|name)$/,
  /^(la|ssd|local|pers|cine|cla|unique|allocated)?(child|childs|person|persons|pupil|student|client|patient|case|family|individual|mosaic|liquidlogic|lcs|ics|eclipse|framework|frameworki|carefirst|protocol|azeus|serviceuser|customer|subject|adopter|individualadopter|sibling|mother|carer|swift|eh|ehm)s?(unique|record|file|system)?(id|ids|ref|refs|refno|refnumber|reference|references|referencenumber|identifier|identifiers|idnumber|idno|number|no)$/,
  /^(pers|cine|cinp|cinf|cinv|cppl|cppv|cpplan|clea|clae|clas|clap|clav|cpis|cont|earl|asse|s47e|icpc|refe|addr|disa|moth|fami|imms|lega|sdqs|send|senn|subs|miss|perm|prof|invo)_?(\w*)(personid|legacyid|familyid|contactid|referralid|episodeid|assessmentid|planid|enqid|icpcid|tableid|registrationid|professionalid|staffid)$/,
  /^(legacy|person|lachild|lachildren|childla)id$|^(referral|episode|assessment|contact|enquiry|s47|section47|conference|icpc|cpp|cpplan|cinplan|plan|placement|event|workflow|incident|crime|custody|hospital|record)(id|identifier|ref|reference|referencenumber|number)$/,
  /^(email|emailaddress|phone|phoneno|phonenumber|telephone|telephonenumber|telno|tel|mobile|mobilenumber|landline|ninumber|nino|nationalinsurance(no|number)?|passport(no|number)?)$/,
  /^(allocated|case|key|social|support|family)worker(s?name)?$|^(worker|staff|practitioner|professional|socialworker|teammember|gp)name$|^allocatedpersonaladvisor$|^leadprofessional(name)?$/,
  /^(enwcyntaf|cyfenw|enwplentyn|enwllawn|dyddiadgeni|codpost|cyfeiriad|rhifgig)$/
];

/** Could be of an area or a team as well. */
const WEAK: readonly RegExp[] = [/^names?$/, /^names?of(child|person)$/, /^id$/, /^ref(erence)?$/];

/** The name as the lists above spell it. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** `strong` where a column of this name is about one person, `weak` where it may be, depending on the others. */
export function personalColumn(name: string): 'strong' | 'weak' | undefined {
  if (name === '' || name.length > 80) return undefined;
  const spelt = plain(name);
  if (STRONG.some((pattern) => pattern.test(spelt))) return 'strong';
  return WEAK.some((pattern) => pattern.test(spelt)) ? 'weak' : undefined;
}

/** True where a column of this name would hold something about one person: a name, a date of birth, a number. */
export function isPersonalColumn(name: string): boolean {
  return personalColumn(name) === 'strong' || /^names?(ofchild|ofperson)?$/.test(plain(name));
}

/** Beside one of these, `name` is the name of a place or of a thing that is counted. */
const OF_PLACES =
  /^(area|la|lad|ltla|utla|region|country|local ?authority|geography|geographic|ons|gss|ward|lsoa|msoa)/i;

/** True where columns tell of places, so that one called “name” or “id” may be theirs. */
export function tellsOfPlaces(header: readonly string[]): boolean {
  return header.some(
    (name) => OF_PLACES.test(name.trim()) || /^(code|key|text|indicator|tool)$/i.test(name.trim())
  );
}

const WORDS = new Set(
  (
    'a address age agency allocated and area assessment at audit birth by care carer case category child children cin ' +
    'closed code column comment comments contact conference count cp cpp current date dates day description detail ' +
    'details disability dob duration early email end ended enquiry episode ethnicity expected factor family field file ' +
    'finding first flags forename form former from gender group home house id identifier in indicator initial is key la ' +
    'last latest lead legacy level local locality line measure member mobile mother name need neglect nhs no note notes ' +
    'number of office on open order other outcome owner parent period person phone place placement plan post postcode ' +
    'previous primary professional provider pupil quarter rank reason record ref reference referral referrer register ' +
    'remarks report result review role round row school section section47 sex social source start started status street ' +
    'summary surname system table team telephone text tier time to total town type unique upn uprn uln value unborn view ' +
    'voice ward what when who why work worker year yes young action decision due indicator milestone document reviewed ' +
    'title ni nationality language religion'
  ).split(' ')
);

/** The name of a column where nothing in it can be about anybody; otherwise its place, as “number 3”. */
export function safeColumnName(name: string, at: number): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const isSafe =
    name.length <= 60 && words.length > 0 && words.every((word) => WORDS.has(word) || /^\d{1,2}$/.test(word));
  return isSafe || personalColumn(name) !== undefined ? name : `number ${at + 1}`;
}
