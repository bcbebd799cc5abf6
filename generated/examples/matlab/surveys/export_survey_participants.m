% Export a Survey Participant List: Exports the people invited to one survey, with response status,
% links and codes.
% Rights needed: API Export, Survey Distribution Tools. In REDCap since 6.4.0.

url = getenv('REDCAP_API_URL');
token = getenv('REDCAP_API_TOKEN');  % a secret: never write it into a program
assert(~isempty(url), 'Set the environment variable REDCAP_API_URL.');
assert(~isempty(token), 'Set the environment variable REDCAP_API_TOKEN.');

fields = {
    'token', token
    'content', 'participantList'
    % The instrument that is enabled as a survey.
    'instrument', 'contact'
    % Unique name of the event, not its label.
    'event', 'enrollment_arm_1'
    % Format of the answer.
    'format', 'json'
    % Format of error messages, and of the count that an import of records answers.
    'returnFormat', 'json'
};

if exist('OCTAVE_VERSION', 'builtin')
    % curl reads address, token and fields from a pipe, checks certificates, and follows no redirects.
    escaped = @(text) strrep(strrep(regexprep(text, '(["\\])', '\\$1'), char(10), '\n'), char(13), '\r');
    quoted = @(text) ['"' escaped(text) '"' char(10)];
    config = ['url = ' quoted(url) 'silent' char(10) 'show-error' char(10) 'max-time = 60' char(10)];
    for index = 1:size(fields, 1)
        config = [config 'data-urlencode = ' quoted([fields{index, 1} '=' fields{index, 2}])];
    end
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
    form = matlab.net.http.io.FormProvider(pairs{:});
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

% The participants of the survey.
rows = jsondecode(native2unicode(bytes, 'UTF-8'));
if isstruct(rows) && ~exist('OCTAVE_VERSION', 'builtin')
    disp(struct2table(rows, 'AsArray', true));
else
    for row = reshape(rows, 1, [])
        disp(jsonencode(row));
    end
end
