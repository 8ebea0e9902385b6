/** One Region of AWS, with the place it is named after. */
export interface Region {
  readonly name: string;
  readonly place: string;
}

/** The Regions of the commercial partition, as "AWS Regions" of the AWS documentation lists them. */
export const REGIONS: readonly Region[] = [
  { name: 'us-east-1', place: 'N. Virginia' },
  { name: 'us-east-2', place: 'Ohio' },
  { name: 'us-west-1', place: 'N. California' },
  { name: 'us-west-2', place: 'Oregon' },
  { name: 'af-south-1', place: 'Cape Town' },
  { name: 'ap-east-1', place: 'Hong Kong' },
  { name: 'ap-east-2', place: 'Taipei' },
  { name: 'ap-northeast-1', place: 'Tokyo' },
  { name: 'ap-northeast-2', place: 'Seoul' },
  { name: 'ap-northeast-3', place: 'Osaka' },
  { name: 'ap-south-1', place: 'Mumbai' },
  { name: 'ap-south-2', place: 'Hyderabad' },
  { name: 'ap-southeast-1', place: 'Singapore' },
  { name: 'ap-southeast-2', place: 'Sydney' },
  { name: 'ap-southeast-3', place: 'Jakarta' },
  { name: 'ap-southeast-4', place: 'Melbourne' },
  { name: 'ap-southeast-5', place: 'Malaysia' },
  { name: 'ap-southeast-6', place: 'New Zealand' },
  { name: 'ap-southeast-7', place: 'Thailand' },
  { name: 'ca-central-1', place: 'Central Canada' },
  { name: 'ca-west-1', place: 'Calgary' },
  { name: 'eu-central-1', place: 'Frankfurt' },
  { name: 'eu-central-2', place: 'Zurich' },
  { name: 'eu-north-1', place: 'Stockholm' },
  { name: 'eu-south-1', place: 'Milan' },
  { name: 'eu-south-2', place: 'Spain' },
  { name: 'eu-west-1', place: 'Ireland' },
  { name: 'eu-west-2', place: 'London' },
  { name: 'eu-west-3', place: 'Paris' },
  { name: 'il-central-1', place: 'Tel Aviv' },
  { name: 'me-central-1', place: 'UAE' },
  { name: 'me-south-1', place: 'Bahrain' },
  { name: 'mx-central-1', place: 'Mexico' },
  { name: 'sa-east-1', place: 'São Paulo' },
];

/** The Regions to choose from, with one that is in use even where the list does not know it. */
export function regionsWith(name: string): readonly Region[] {
  const isKnown = REGIONS.some((region) => region.name === name);
  return isKnown ? REGIONS : [{ name, place: 'your feed’s Region' }, ...REGIONS];
}
