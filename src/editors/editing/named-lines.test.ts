import { expect, test } from 'vitest';
import { changedNames, withLinesOf } from './named-lines.ts';

const text = "# Comment: here\na:\n  fi: '1'\n  sv: '1'\nc:\n  fi: '3'\n";

test('the names whose lines differ, with those that are new or gone', () => {
  const other = "# Other\n'a':\n  fi: '1'\n  sv: '2'\nb: 2\n";
  expect(changedNames(text, other)).toEqual(['a', 'c', 'b']);
  expect(changedNames(text, text.trimEnd())).toEqual([]);
});

test('the lines of one name are taken over, and all else stays as it is', () => {
  const other = "# Other\na:\n  fi: '9'\nb: 2\nc: 3\n";
  expect(withLinesOf(text, other, ['b'])).toBe(
    "# Comment: here\na:\n  fi: '1'\n  sv: '1'\nb: 2\nc:\n  fi: '3'\n",
  );
  expect(withLinesOf(text, other, ['a'])).toBe("# Comment: here\na:\n  fi: '9'\nc:\n  fi: '3'\n");
  expect(withLinesOf(text, '', ['a'])).toBe("# Comment: here\nc:\n  fi: '3'\n");
});

test('an address is a name, an empty mapping gives way, and a missing file begins like the other one', () => {
  expect(withLinesOf('{}\n', '/fi/x/: /fi/y/', ['/fi/x/'])).toBe('/fi/x/: /fi/y/\n');
  expect(withLinesOf('', '# Head\n/a/: /b/\n/c/: /d/\n', ['/c/'])).toBe('# Head\n/c/: /d/\n');
});
