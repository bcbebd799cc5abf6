/* Import a File: Stores a file in a file upload field of a record. */
/* Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier. */
/* Careful: what this deletes or replaces cannot be brought back. */

filename request temp;
filename answer temp;
filename headers temp;

data fields;
    length name $ 100 value $ 32767;
    name = 'token'; value = sysget('REDCAP_API_TOKEN'); output;  /* never write it into a program */
    name = 'content'; value = 'file'; output;
    name = 'action'; value = 'import'; output;
    /* Name of the record that gets the file. */
    name = 'record'; value = '2'; output;
    /* Name of the file upload field; not a signature field. */
    name = 'field'; value = 'scan'; output;
    /* Unique name of the event, not its label. */
    name = 'event'; value = 'week_1_arm_1'; output;
    /* Format of error messages. */
    name = 'returnFormat'; value = 'json'; output;
run;

/* The file, as a multipart part with a file name. */
filename upload 'scan_2.txt';

data _null_;
    if lengthn(sysget('REDCAP_API_TOKEN')) = 0 or lengthn(sysget('REDCAP_API_URL')) = 0 then do;
        put 'ERROR: Set the environment variables REDCAP_API_URL and REDCAP_API_TOKEN.';
        abort abend 1;
    end;
run;

/* A form with a file, as browsers send it. */
%let boundary = %sysfunc(uuidgen());

data _null_;
    set fields;
    file request recfm = n;
    length part $ 32767;
    part = cats('--', symget('boundary')) || '0D0A'x || 'Content-Disposition: form-data; name="' || strip(name) || '"'
        || '0D0A0D0A'x || strip(value) || '0D0A'x;
    size = lengthn(part);
    put part $varying32767. size;
run;

data _null_;
    file request mod recfm = n;
    length part $ 1000;
    part = cats('--', symget('boundary')) || '0D0A'x || 'Content-Disposition: form-data; name="'
        || 'file' || '"; filename="' || 'scan_2.txt' || '"'
        || '0D0A'x || 'Content-Type: application/octet-stream' || '0D0A0D0A'x;
    size = lengthn(part);
    put part $varying1000. size;
run;

data _null_;
    infile upload recfm = n;
    file request mod recfm = n;
    input byte $char1. @@;
    put byte $char1. @@;
run;

data _null_;
    file request mod recfm = n;
    length part $ 200;
    part = '0D0A'x || cats('--', symget('boundary'), '--') || '0D0A'x;
    size = lengthn(part);
    put part $varying200. size;
run;

/* Certificates are checked, and the token follows no redirect. */
proc http
    url = "%sysget(REDCAP_API_URL)"
    method = "POST"
    in = request
    out = answer
    headerout = headers
    ct = "multipart/form-data; boundary=&boundary"
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

/* The file is stored. */
%put Done.;
