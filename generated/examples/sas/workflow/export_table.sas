/* Exports records, saves them as CSV, and reads them into the dataset WORK.RECORDS. */
filename request temp;
filename answer temp;
filename headers temp;

data fields;
    length name $ 100 value $ 32767;
    name = 'token'; value = sysget('REDCAP_API_TOKEN'); output;  /* never write it into a program */
    name = 'content'; value = 'record'; output;
    name = 'format'; value = 'csv'; output;
    name = 'returnFormat'; value = 'json'; output;
    name = 'type'; value = 'flat'; output;
run;

data _null_;
    if lengthn(sysget('REDCAP_API_TOKEN')) = 0 or lengthn(sysget('REDCAP_API_URL')) = 0 then do;
        put 'ERROR: Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.';
        abort abend 1;
    end;
run;

data _null_;
    set fields;
    file request recfm = n;
    length part $ 32767;
    part = cats(ifc(_n_ = 1, '', '&'), urlencode(strip(name)), '=');
    if lengthn(value) > 0 then part = cats(part, urlencode(strip(value)));
    size = lengthn(part);
    put part $varying32767. size;
run;

/* Certificates are checked, and the token follows no redirect. */
proc http
    url = "%sysget(REDCAP_API_URL)"
    method = "POST"
    in = request
    out = answer
    headerout = headers
    ct = "application/x-www-form-urlencoded"
    timeout = 60
    nofollowloc;
run;

/* What REDCap says about a failure goes to the log. */
%let failed = 1;

data _null_;
    retain failed;
    if _n_ = 1 then failed = not (200 <= input(symget('SYS_PROCHTTP_STATUS_CODE'), ?? 8.) <= 299);
    call symputx('failed', failed);
    infile answer;
    input;
    if _n_ = 1 and _infile_ =: '{"error":' then failed = 1;
    call symputx('failed', failed);
    if not failed then stop;
    put _infile_;
run;

data _null_;
    if symget('failed') = '0' then stop;
    put "ERROR: REDCap answered with status &SYS_PROCHTTP_STATUS_CODE..";
    abort abend 1;
run;

filename target 'records.csv';

data _null_;
    copied = fcopy('answer', 'target');
    if copied ne 0 then abort abend 1;
run;

proc import datafile = target out = records dbms = csv replace;
    guessingrows = max;
run;

proc contents data = records varnum;
run;
