/** How far apart two places are, and what that is worth. */

export interface Coordinates {
  /** Degrees. */
  lat: number
  lon: number
}

/** Whole kilometres; far away by tens, where cities are wider than one. */
export function spokenKm(km: number): string {
  return km < 100 ? String(Math.round(km)) : String(Math.round(km / 10) * 10)
}

/** 0.95 within 10 km, 0.5 at 50 km (an hour's way), 0.2 at 150 km, 0 from 300 km; straight lines between. */
export function shareOfDistance(km: number): number {
  if (km <= 10) return 0.95
  if (km <= 50) return 0.95 - ((km - 10) / 40) * 0.45
  if (km <= 150) return 0.5 - ((km - 50) / 100) * 0.3
  return Math.max(0, 0.2 - ((km - 150) / 150) * 0.2)
}

/** Great-circle distance by the haversine formula, Earth as a sphere of 6,371 km. */
export function kilometres(a: Coordinates, b: Coordinates): number {
  const rad = Math.PI / 180
  const half = (angle: number): number => Math.sin((angle * rad) / 2) ** 2
  const h = half(b.lat - a.lat) + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * half(b.lon - a.lon)
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)))
}
