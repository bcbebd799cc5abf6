% Uploads a file to a field of a record, and downloads it again, under its name, into a folder.

file = 'scan.txt';
folder = 'downloads';

url = getenv('REDCAP_API_URL');
token = getenv('REDCAP_API_TOKEN');  % a secret: never write it into a program
assert(~isempty(url), 'Set the environment variable REDCAP_API_URL.');
assert(~isempty(token), 'Set the environment variable REDCAP_API_TOKEN.');

% Record, field and event; leave the event out in a project without events.
upload = {
    'token', token
    'content', 'file'
    'action', 'import'
    'event', 'week_1_arm_1'
    'field', 'scan'
    'record', '1'
    'returnFormat', 'json'
};
download = {
    'token', token
    'content', 'file'
    'action', 'export'
    'event', 'week_1_arm_1'
    'field', 'scan'
    'record', '1'
    'returnFormat', 'json'
};

fields = upload;
if exist('OCTAVE_VERSION', 'builtin')
    % curl reads address, token and fields from a pipe, checks certificates, and follows no redirects.
    escaped = @(text) strrep(strrep(regexprep(text, '(["\\])', '\\$1'), char(10), '\n'), char(13), '\r');
    quoted = @(text) ['"' escaped(text) '"' char(10)];
    config = ['url = ' quoted(url) 'silent' char(10) 'show-error' char(10) 'max-time = 60' char(10)];
    for index = 1:size(fields, 1)
        config = [config 'form-string = ' quoted([fields{index, 1} '=' fields{index, 2}])];
    end
    config = [config 'form = ' quoted(['file' '=@"' file '"'])];
    config = [config 'write-out = "%{http_code}"' char(10)];
    [input, output, process] = popen2('curl', {'--disable', '--config', '-'}, true);
    fputs(input, config);
    fclose(input);
    bytes = fread(output, Inf, 'uint8=>uint8')';
    fclose(output);
    [~, ended] = waitpid(process);
    assert(ended == 0 && numel(bytes) >= 3, 'The request failed.');
    status = str2double(char(bytes(end - 2:end)));  % behind the body
    bytes = bytes(1:end - 3);
else
    pairs = fields';
    content = matlab.net.http.io.FileProvider(file);
    form = matlab.net.http.io.MultipartFormProvider(pairs{:}, 'file', content);
    options = matlab.net.http.HTTPOptions('ConnectTimeout', 60, 'ResponseTimeout', 60, ...
        'MaxRedirects', 0, 'VerifyServerName', true, 'ConvertResponse', false, 'SavePayload', true);
    request = matlab.net.http.RequestMessage('POST', [], form);
    response = request.send(url, options);
    status = double(response.StatusCode);
    bytes = reshape(response.Body.Payload, 1, []);
end
if status < 200 || status > 299 || strncmp(char(bytes), '{"error":', 9)
    error('REDCap answered with status %d: %s', status, native2unicode(bytes, 'UTF-8'));
end

disp([file ' is stored']);

fields = download;
if exist('OCTAVE_VERSION', 'builtin')
    % curl reads address, token and fields from a pipe, checks certificates, and follows no redirects.
    escaped = @(text) strrep(strrep(regexprep(text, '(["\\])', '\\$1'), char(10), '\n'), char(13), '\r');
    quoted = @(text) ['"' escaped(text) '"' char(10)];
    config = ['url = ' quoted(url) 'silent' char(10) 'show-error' char(10) 'max-time = 60' char(10)];
    for index = 1:size(fields, 1)
        config = [config 'data-urlencode = ' quoted([fields{index, 1} '=' fields{index, 2}])];
    end
    config = [config 'write-out = "\n%{content_type}\n%{http_code}"' char(10)];
    [input, output, process] = popen2('curl', {'--disable', '--config', '-'}, true);
    fputs(input, config);
    fclose(input);
    bytes = fread(output, Inf, 'uint8=>uint8')';
    fclose(output);
    [~, ended] = waitpid(process);
    assert(ended == 0 && numel(bytes) >= 3, 'The request failed.');
    status = str2double(char(bytes(end - 2:end)));  % behind the body
    bytes = bytes(1:end - 3);
    lines = find(bytes == 10);
    media = char(bytes(lines(end - 1) + 1:lines(end) - 1));
    bytes = bytes(1:lines(end - 1) - 1);
else
    pairs = fields';
    form = matlab.net.http.io.FormProvider(pairs{:});
    options = matlab.net.http.HTTPOptions('ConnectTimeout', 60, 'ResponseTimeout', 60, ...
        'MaxRedirects', 0, 'VerifyServerName', true, 'ConvertResponse', false, 'SavePayload', true);
    request = matlab.net.http.RequestMessage('POST', [], form);
    response = request.send(url, options);
    status = double(response.StatusCode);
    bytes = reshape(response.Body.Payload, 1, []);
    media = char(response.getFields('Content-Type').Value);
end
if status < 200 || status > 299
    error('REDCap answered with status %d: %s', status, native2unicode(bytes, 'UTF-8'));
end

% A name without any folder, so that it cannot lead elsewhere.
found = regexp(media, 'name="([^"]*)"', 'tokens', 'once');
assert(~isempty(found), 'The file has no name.');
[~, stem, extension] = fileparts(strrep(found{1}, '\', '/'));
if ~exist(folder, 'dir')
    mkdir(folder);
end
path_to_file = fullfile(folder, [stem extension]);
[output, problem] = fopen(path_to_file, 'w');
assert(output ~= -1, problem);
fwrite(output, bytes, 'uint8');
fclose(output);
fprintf('%s: %d bytes\n', path_to_file, numel(bytes));
