/* Export Records: Exports the data of records as rows, as single values or as a CDISC ODM */
/* document. */
/* Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier. */

filename request temp;
filename answer temp;
filename headers temp;

data fields;
    length name $ 100 value $ 32767;
    name = 'token'; value = sysget('REDCAP_API_TOKEN'); output;  /* never write it into a program */
    name = 'content'; value = 'record'; output;
    /* Format of the answer. */
    name = 'format'; value = 'json'; output;
    /* One row per record, event and instance (`flat`), or one row per stored value (`eav`). */
    name = 'type'; value = 'flat'; output;
    /* Only these records. */
    name = 'records[0]'; value = '1'; output;
    name = 'records[1]'; value = '2'; output;
    /* Only these fields, in addition to those of `forms`. */
    name = 'fields[0]'; value = 'record_id'; output;
    name = 'fields[1]'; value = 'enrolled'; output;
    name = 'fields[2]'; value = 'severity'; output;
    /* Only rows of these events, by unique name; longitudinal projects only. */
    name = 'events[0]'; value = 'enrollment_arm_1'; output;
    /* Format of error messages, and of the count that an import of records answers. */
    name = 'returnFormat'; value = 'json'; output;
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

/* One row per record, event and instance, with the project's fields as columns. */
libname answer json fileref = answer;

proc print data = answer.root;
run;
