const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

interface Column {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Words for numbers, counting from `from`. */
  readonly words: readonly string[];
}

const COLUMNS: readonly Column[] = [
  { name: 'minute', from: 0, to: 59, words: [] },
  { name: 'hour', from: 0, to: 23, words: [] },
  { name: 'day of the month', from: 1, to: 31, words: [] },
  { name: 'month', from: 1, to: 12, words: MONTHS },
  { name: 'day of the week', from: 0, to: 7, words: WEEKDAYS },
  { name: 'second', from: 0, to: 59, words: [] },
];

/** What is wrong with a cron expression of five columns, or six where the last one is seconds. */
export function checkCronExpression(text: string): string | undefined {
  const columns = text.trim().split(/\s+/);
  if (columns.length !== 5 && columns.length !== 6) return 'expected a cron expression of 5 or 6 columns';
  const wrong = COLUMNS.find((column, index) => {
    const field = columns[index];
    return field !== undefined && !field.split(',').every((item) => isItem(item, column));
  });
  return wrong === undefined
    ? undefined
    : `expected a cron expression whose ${wrong.name} is within ${wrong.from}-${wrong.to}`;
}

/** `*`, a number, a range, each with a step; the last day of the month; the nth weekday. */
function isItem(item: string, column: Column): boolean {
  const [range = '', step, ...rest] = item.toLowerCase().split('/');
  if (rest.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  if (range === '*') return true;
  if (column.name === 'day of the month' && range === 'l') return true;
  const days = column.words === WEEKDAYS ? range.replace(/#[1-5]$/, '').replace(/^l(?=\w)/, '') : range;
  const ends = days.split('-').map((end) => numberOf(end, column));
  return ends.length <= 2 && ends.every((end) => end !== undefined && end >= column.from && end <= column.to);
}

function numberOf(text: string, column: Column): number | undefined {
  const word = column.words.indexOf(text);
  if (word !== -1) return word + column.from;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
