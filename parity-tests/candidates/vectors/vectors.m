% Holds a program against the vendored vectors, without a JDK: octave-cli vectors.m < /dev/null
source('backprop.m');
path = getenv('VECTORS'); if isempty(path), path = 'golden-plain.txt'; end
lines = strsplit(strtrim(fileread(path)), "\n"); compared = 0;
for n = 1:3:numel(lines)
  found = answer(lines{n});
  if strncmp(found, 'gradients', 9)
    numbers = @(line) str2double(strsplit(line, ' ')(3:end));  % after the cost
    f = numbers(found); e = numbers(lines{n + 1}); a = numbers(lines{n + 2});
    if numel(f) != numel(e) || !all(abs(f - e) <= a), error('case %d disagrees', (n + 2) / 3); end
    compared += 1;
  end
end
assert(compared > 0); printf("%d cases agree\n", compared);
