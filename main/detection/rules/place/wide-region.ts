import type { Place } from './sense.ts'

/** Regions of several countries without the United States and Canada. */
const OVERSEAS =
  /(?<![\p{L}])(?:latam|latin america|south america|central america|emea|europe|european union|eu|eea|dach|nordics|benelux|cee|apac|asia|anz|oceania|africa|mena|middle east)(?![\p{L}])/iu
/** Words beside such a region that let North America in again. */
const WIDER =
  /(?<![\p{L}])(?:americas|amer|north america|northern america|noram|nam|na|us|usa|canada|world|worldwide|global|globally|anywhere)(?![\p{L}])/iu

/**
 * True when a country without a town cannot be the office of a posting for a wide region: in "LATAM", the United
 * States are where the client sits.
 */
export function liesElsewhere(place: Place, location: string): boolean {
  if (place.city !== null || (place.country !== 'US' && place.country !== 'CA')) return false
  return OVERSEAS.test(location) && !WIDER.test(location)
}
