/** The day this view was opened, `YYYY-MM-DD`: what dated topics are held against. */
import { useState } from 'react';

export function useToday(): string {
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  return today;
}
