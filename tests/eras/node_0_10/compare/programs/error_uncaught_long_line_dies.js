// The part of a long line that matters is shown.
var text = 'a line that is much longer than what is shown of it'; var more = text + text; throw new Error('far to the right'); // and on
