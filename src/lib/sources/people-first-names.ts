/** First names that many children and parents in the United Kingdom have, and no place: enough to know a list of people. */
const NAMES =
  'aaliyah aaron abdul abigail adam aidan aisha aiden alan alex alexander alfie ali alice alicia amelia amir amy andrew ' +
  'angela anna anne anthony archie arthur ava barbara beatrice ben benjamin bethany callum cameron caroline catherine ' +
  'charles charlie charlotte chloe christopher claire connor daisy daniel david dawn debbie dylan edward eleanor elijah ' +
  'elizabeth ella ellie elsie emily emma erin ethan eva evie faith fatima finley florence francesca frankie freddie freya ' +
  'gareth gary gemma george georgia grace gracie hannah harper harriet harry harvey hassan heather helen henry holly ' +
  'hugo ibrahim imogen isaac isabella isabelle isla ivy jack jackson jacob jake james jamie jane janet jasmine jason ' +
  'jayden jennifer jessica joanne john jonathan joseph joshua jude julie karen katherine katie kayden keira kelly kevin ' +
  'kieran kyle laura lauren layla leah leon leo lewis liam lily linda lisa logan louie louise luca lucas lucy luke lydia ' +
  'maisie margaret maria mark martha martin maryam mary mason matilda matthew max megan mia michael michelle millie ' +
  'mohamed mohammad mohammed molly muhammad natalie nathan nicola nicole niamh noah olivia oliver oscar owen patricia ' +
  'patrick paul peter phoebe poppy rachel rebecca reece reggie riley robert ronnie rory rosie ruby ryan samantha samuel ' +
  'sandra sarah scarlett sean sebastian sharon sienna simon sofia sophia sophie stephen steven summer susan tara teddy ' +
  'theo theodore thomas tilly toby tracey tyler victoria wendy william willow yasmin yusuf zachary zara zoe';

const FIRST_NAMES: ReadonlySet<string> = new Set(NAMES.split(' '));

/** True where a text is the name of a person as lists give it: `Sophie`, `Sophie Barnes`, `BARNES, Sophie`. */
export function isPersonName(text: string): boolean {
  if (text.length < 3 || text.length > 60 || /[\d_/&:;()]/.test(text)) return false;
  const [first = '', second, ...more] = text.toLowerCase().split(/[,\s\u00a0]+/);
  if (more.length > 2) return false;
  return FIRST_NAMES.has(first) || (second !== undefined && text.includes(',') && FIRST_NAMES.has(second));
}
