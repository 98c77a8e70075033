/** The day the journeys' demo stands on: a working Friday with the fourth quarter's window not far. */
export const DEMO_NOW = new Date('2026-11-20T10:00:00+08:00')
export const DEMO_PASSWORD = 'Journey-2026'
