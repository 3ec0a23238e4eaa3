import { resolve } from 'node:path'

/** A path as the person meant it: relative to where they typed the command (npm itself moves to the checkout). */
export const typedPath = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path)
