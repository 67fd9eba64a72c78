/** Members of our dimensions and the column names under which DfE releases publish them. */
type Spellings = Readonly<Record<string, readonly string[]>>;

/** Each spelling also with the words of its table before it, as newer files name columns: `referrals_police_count`. */
function prefixed(members: Spellings, prefixes: readonly string[]): Spellings {
  return Object.fromEntries(
    Object.entries(members).map(([member, names]) => [
      member,
      [...names, ...prefixes.flatMap((prefix) => names.map((name) => `${prefix}_${name}`))]
    ])
  );
}

const DURATION_NAMES: Spellings = {
  upto3m: ['3_months_or_less', 'less than 3 months', '0 to 3 months'],
  m3to6: ['more_than_3_months_6_months', '3 to 6 months'],
  m6to12: ['more_than_6_months_less_than_1_year', '6 to 12 months'],
  y1to2: ['1_year_less_than_2_years', '1 to 2 years'],
  y2plus: ['2_years_or_more', '2years+', 'over 2 years']
};

export const DURATIONS = prefixed(DURATION_NAMES, [
  'Duration',
  'CPP',
  'CPP_duration',
  'CPP_At31',
  'CPP_At31_duration',
  'CPP_End',
  'CPP_End_duration'
]);

const NEED_NAMES: Spellings = {
  n1: ['N1_Abuse_or_neglect', 'Abuse_or_neglect', 'N1'],
  n2: ['N2_Childs_disability_or_illness', 'Childs_disability_or_illness', 'Child_disability', 'N2'],
  n3: [
    'N3_Parents_disability_or_illness',
    'N3_Parental_disability_or_illness',
    'Parents_disability_or_illness',
    'Parental_disability_or_illness',
    'N3'
  ],
  n4: ['N4_Family_in_acute_stress', 'Family_in_acute_stress', 'N4'],
  n5: ['N5_Family_dysfunction', 'Family_dysfunction', 'N5'],
  n6: ['N6_Socially_unacceptable_behaviour', 'Socially_unacceptable_behaviour', 'N6'],
  n7: ['N7_Low_income', 'Low_income', 'N7'],
  n8: ['N8_Absent_parenting', 'Absent_parenting', 'N8'],
  n9: ['N9_Cases_other_than_CIN', 'Cases_other_than_children_in_need', 'Other_than_CIN', 'N9'],
  n0: ['N0_Not_stated', 'Not_stated', 'N0']
};

export const NEEDS = prefixed(NEED_NAMES, ['Primary_need', 'CIN_primary_need']);

const SOURCE_NAMES: Spellings = {
  individual: ['Individual', 'Individuals'],
  schools: ['Schools', 'School'],
  education: ['Education_Services', 'Education'],
  health: ['Health_Services', 'Health'],
  housing: ['Housing', 'Housing_Services'],
  council: ['LA_Services', 'Local_authority_services', 'Council_services', 'Council'],
  police: ['Police'],
  legal: ['Other_legal_agency', 'Legal_agency', 'Legal'],
  other: ['Other', 'Other_source'],
  anonymous: ['Anonymous'],
  unknown: ['Unknown', 'Not_known']
};

export const SOURCES = prefixed(SOURCE_NAMES, ['Referrals']);

/** Census factor codes, lower case with `f` before; each is also met by its bare code (`16A`). */
const FACTOR_NAMES: Readonly<Record<string, string>> = {
  f1a: 'Alcohol_Misuse_child',
  f1b: 'Alcohol_Misuse_parent',
  f1c: 'Alcohol_Misuse_person',
  f2a: 'Drug_Misuse_child',
  f2b: 'Drug_Misuse_parent',
  f2c: 'Drug_Misuse_person',
  f3a: 'Domestic_Abuse_child',
  f3b: 'Domestic_Abuse_parent',
  f3c: 'Domestic_Abuse_person',
  f4a: 'Mental_Health_child',
  f4b: 'Mental_Health_parent',
  f4c: 'Mental_Health_person',
  f5a: 'Learning_Disability_child',
  f5b: 'Learning_Disability_parent',
  f5c: 'Learning_Disability_person',
  f6a: 'Physical_Disability_child',
  f6b: 'Physical_Disability_parent',
  f6c: 'Physical_Disability_person',
  f7a: 'Young_Carer',
  f8: 'Privately_fostered',
  f9a: 'Unaccompanied_asylum_seeker',
  f10a: 'Going_missing',
  f11a: 'Child_sexual_exploitation',
  f12a: 'Trafficking',
  f13a: 'Gangs',
  f14a: 'Socially_unacceptable_behaviour',
  f15a: 'Self_harm',
  f16a: 'Neglect',
  f17a: 'Emotional_Abuse',
  f18a: 'Physical_Abuse_unknown',
  f18b: 'Physical_Abuse_child_on_child',
  f18c: 'Physical_Abuse_adult_on_child',
  f19a: 'Sexual_Abuse_unknown',
  f19b: 'Sexual_Abuse_child_on_child',
  f19c: 'Sexual_Abuse_adult_on_child',
  f22a: 'Female_Genital_Mutilation',
  f23a: 'Faith_linked_abuse',
  f24a: 'Child_criminal_exploitation',
  f20: 'Other'
};

export const FACTORS = prefixed(
  Object.fromEntries(
    Object.entries(FACTOR_NAMES).map(([member, name]) => {
      const code = member.slice(1).toUpperCase();
      return [member, [name, `${code}_${name}`, `${name}_${code}`, code]];
    })
  ),
  ['Factor', 'Assessment_factor', 'Episodes_with_assessment_factor']
);

const CATEGORY_NAMES: Readonly<Record<string, string>> = {
  neglect: 'Neglect',
  physical: 'Physical_abuse',
  sexual: 'Sexual_abuse',
  emotional: 'Emotional_abuse',
  multiple: 'Multiple'
};

/**
 * Categories of abuse, each naming whether it is the first given (`initial`) or the last (`latest`); `total` is the
 * column they are part of, which may stand in their names.
 */
export function categories(which: 'Initial' | 'Latest', total = 'CPP'): Spellings {
  const named = Object.entries(CATEGORY_NAMES).map(([member, name]): [string, readonly string[]] => [
    member,
    [`${name}_${which}`, `${which}_category_${name}`]
  ]);
  return prefixed(Object.fromEntries(named), [...new Set(['CPP', total])]);
}

/** Categories named without saying which; used only where the file leaves no doubt. */
export const BARE_CATEGORIES: Spellings = Object.fromEntries(
  Object.entries(CATEGORY_NAMES).map(([member, name]) => [member, [name, `Category_${name}`, `CPP_${name}`]])
);

export const BROAD_ETHNICITIES: Spellings = {
  white: ['White'],
  mixed: ['Mixed', 'Mixed_or_multiple'],
  asian: ['Asian_or_Asian_British', 'Asian'],
  black: ['Black_or_Black_British', 'Black'],
  other: ['Other_group', 'Other_ethnic_group', 'Other']
};
