% Backpropagation with a column per sample, asked in the plain protocol: octave-cli backprop.m (--all-at-once)
1;
function a = value(f, z)
  switch f
    case 'sigmoid', a = 1 ./ (1 + exp(-z));
    case 'tanh', a = tanh(z);
    case 'relu', a = max(z, 0);
    otherwise, a = z;
  end
end
function s = slope(f, a)  % f'(z), told by a = f(z)
  switch f
    case 'sigmoid', s = a .* (1 - a);
    case 'tanh', s = 1 - a .^ 2;
    case 'relu', s = a > 0;
    otherwise, s = ones(size(a));
  end
end
function text = answer(line)
  words = strsplit(strtrim(line)); next = 8; numbers = [];
  depth = str2double(words{2}); samples = str2double(words{3}); cost = words{4}; n = str2double(words{7});
  for l = 1:depth
    outputs = str2double(words{next}); f{l} = words{next + 1}; biased(l) = str2double(words{next + 2});
    W{l} = reshape(str2double(words(next + 3 : next + 2 + outputs * n(l))), n(l), outputs)';
    next += 3 + outputs * n(l);
    b{l} = [str2double(words(next : next + outputs * biased(l) - 1))'; zeros(outputs * !biased(l), 1)]; n(l + 1) = outputs; next += outputs * biased(l);
  end
  if isempty(strfind(cost, 'squared-error')) || !all(ismember(f, {'identity', 'sigmoid', 'tanh', 'relu'})), text = 'unsupported'; return; end
  data = reshape(str2double(words(next:end)), n(1) + n(end), samples);
  A{1} = data(1:n(1), :);
  for l = 1:depth, A{l + 1} = value(f{l}, W{l} * A{l} + b{l}); end
  divisor = struct('sum', 1, 'mean', samples, 'element_mean', samples * n(end)).(strrep(words{5}, '-', '_'));
  D = (1 + strcmp(cost, 'squared-error')) * (A{end} - data(n(1) + 1 : end, :)) .* slope(f{depth}, A{end});
  for l = depth:-1:1
    numbers = [reshape((D * A{l}')', 1, []), sum(D, 2)(1 : rows(D) * biased(l))', numbers];
    if l > 1, D = (W{l}' * D) .* slope(f{l - 1}, A{l}); end
  end
  text = ['gradients ?' sprintf(' %.17g', numbers / divisor)];
end
for line = regexp(fread(stdin, Inf, 'char=>char')', '[^\n]+', 'match'), puts([answer(line{1}) "\n"]); end
