import about from '../../package.json' with { type: 'json' }

/** The version of this Rolecall, such as 0.1.0. */
export const appVersion: string = about.version
