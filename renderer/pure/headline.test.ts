import { describe, expect, it } from 'vitest';
import { withoutMarks } from '../../markdown/without-marks.ts';
import { heading, headline } from './headline.ts';

describe('a row', () => {
  it('shows title and body', () => {
    expect(headline({ title: ' Disk full ', body: 'media/ grew\n' })).toEqual({
      title: 'Disk full',
      body: 'media/ grew',
      titled: true,
    });
  });
  it('takes the first line of the body where there is no title, and does not repeat it', () => {
    expect(headline({ title: null, body: 'Disk full\r\nmedia/ grew' })).toEqual({
      title: 'Disk full',
      body: 'media/ grew',
      titled: false,
    });
    expect(headline({ title: '  ', body: 'Disk full' }).title).toBe('Disk full');
  });
  it('says what Markdown means, without its marks', () => {
    const body =
      '## Release\n\n**signed** for [all three](https://a.example)\n\n- [x] `deb`\n- ![logo](https://a.example/i.png)\n\n|a|b|\n|-|-|\n|1|2|\n\n> ok\n***';
    expect(headline({ title: null, body, markdown: true }, withoutMarks)).toEqual({
      title: 'Release',
      body: 'signed for all three\ndeb\nlogo\na b\n1 2\nok',
      titled: false,
    });
    expect(headline({ title: 'A', body: '1 * 2 * 3 *', markdown: true }, withoutMarks).body).toBe(
      '1 * 2 * 3 *',
    );
    expect(headline({ title: 'A', body: '**b**', markdown: false }, withoutMarks).body).toBe('**b**');
  });
  it('does not repeat a body that says what the title says', () => {
    expect(headline({ title: 'Disk full', body: 'Disk full' }).body).toBe('');
  });
});

describe('the detail', () => {
  it('has no heading when the first line is a paragraph', () => {
    const body = `${'long '.repeat(40)}\nmore`;
    expect(heading({ title: null, body })).toEqual({ title: null, body });
  });
  it('keeps a title of any length', () => {
    const title = 'x'.repeat(300);
    expect(heading({ title, body: '' })).toEqual({ title, body: '' });
  });
});
