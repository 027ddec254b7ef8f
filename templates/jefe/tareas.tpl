{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Personas a su cargo</h1>
<p class="lead">{{NOMBRE}}: {{ENTIDAD}} le encarga la inducción específica al puesto.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Explique a cada persona sus funciones, sus metas y con quién trabajará. Cuando termine, márquela, revise la fecha y guarde. Si pide una foto o un archivo, elíjalo ahí. No necesita cuenta. Abrir el enlace no cambia nada. No lo reenvíe: quien lo tenga puede marcar por usted.</p></details>
{{#TERMINADO}}<div class="listo" role="status"><h2>Ya no queda nada por marcar</h2><p>Gracias. {{#HAY_TAREAS}}Si se equivocó, hoy todavía puede deshacerlo aquí; después, avise a su oficina de recursos humanos.{{/HAY_TAREAS}}{{#NO_TAREAS}}Si su oficina de recursos humanos le encarga a otra persona, le dará un enlace nuevo.{{/NO_TAREAS}}</p></div>
{{/TERMINADO}}{{#HAY_TAREAS}}<form method="post" enctype="multipart/form-data" novalidate id="f-etapa" tabindex="-1">
{{>CSRF}}
{{#HAY_MAS}}<div class="nota"><p>Aquí están las primeras. Al guardar aparecerán las siguientes.</p></div>
{{/HAY_MAS}}{{#PERSONAS}}<h2>{{NOMBRE}}</h2>
<p class="hint">{{PUESTO}}. Ingresó el {{INGRESO}}</p>
<ul class="tareas">
{{#TAREAS}}<li><div>
{{#ABIERTA}}<label class="opt"><input type="checkbox" name="{{#ES_TAREA}}tarea{{/ES_TAREA}}{{#NO_ES_TAREA}}etapa{{/NO_ES_TAREA}}" value="{{ID}}.{{VERSION}}"{{#MARCADA}} checked{{/MARCADA}}> {{#NO_ES_TAREA}}<strong>{{/NO_ES_TAREA}}{{TITULO}}{{#NO_ES_TAREA}}</strong>{{/NO_ES_TAREA}}<span class="vh">: {{NOMBRE}}</span></label>
<div class="campo{{#MAL}} mal{{/MAL}}"><label for="{{CAMPO}}">Fecha<span class="vh"> de «{{TITULO}}», {{NOMBRE}}</span></label>
{{#MAL}}<p class="err" id="{{CAMPO}}-d"><span class="vh">Error: </span>Escriba la fecha como 12/10/2026.</p>
{{/MAL}}<input type="text" id="{{CAMPO}}" name="{{CAMPO}}" value="{{VALOR}}" class="w10" autocomplete="off"{{#MAL}} aria-invalid="true" aria-describedby="{{CAMPO}}-d"{{/MAL}}></div>
{{/ABIERTA}}{{#NO_ABIERTA}}<p>{{#HAY_FECHA}}{{#ES_TAREA}}{{TITULO}}: hecha el {{FECHA}}.{{/ES_TAREA}}{{#NO_ES_TAREA}}Terminó el {{FECHA}}.{{/NO_ES_TAREA}}{{/HAY_FECHA}}{{#NO_FECHA}}{{TITULO}}{{/NO_FECHA}}</p>
{{/NO_ABIERTA}}{{#ARCHIVO}}<div class="campo"><label for="d-f-{{ID}}">{{#ABIERTA}}Foto o archivo que lo demuestra{{/ABIERTA}}{{#NO_ABIERTA}}Falta su evidencia{{/NO_ABIERTA}}<span class="vh">: {{TITULO}}, {{NOMBRE}}</span></label>
<p class="hint" id="d-f-{{ID}}-d">PDF o foto de hasta 5 MB. Al guardar, la tarea queda hecha.</p>
<input type="file" id="d-f-{{ID}}" name="d-f-{{ID}}.{{VERSION}}" accept="image/jpeg,image/png,image/webp,application/pdf" aria-describedby="d-f-{{ID}}-d"></div>
{{/ARCHIVO}}{{#HAY_NOTA}}<p class="hint">{{NOTA}}</p>
{{/HAY_NOTA}}{{#DESHACIBLE}}<label class="opt"><input type="checkbox" name="{{#ES_TAREA}}desmarcar{{/ES_TAREA}}{{#NO_ES_TAREA}}deshacer{{/NO_ES_TAREA}}" value="{{ID}}.{{VERSION}}"> Deshacer<span class="vh">: {{TITULO}}, {{NOMBRE}}</span></label>
{{/DESHACIBLE}}{{#PREGUNTA}}<fieldset class="campo"><legend>Su oficina de recursos humanos registró que {{NOMBRE}} terminó el {{FECHA}}. ¿Está conforme?</legend>
<label class="opt"><input type="radio" name="d-q-{{ID}}" value="s{{ID}}.{{VERSION}}"{{#DICE_SI}} checked{{/DICE_SI}}> Sí, terminó</label>
<label class="opt"><input type="radio" name="d-q-{{ID}}" value="n{{ID}}.{{VERSION}}"{{#DICE_NO}} checked{{/DICE_NO}}> No estoy conforme</label>
<label for="d-k-{{ID}}">Si no está conforme, ¿por qué?<span class="vh"> ({{NOMBRE}})</span></label>
<input type="text" id="d-k-{{ID}}" name="d-k-{{ID}}" value="{{DICHO}}" class="w100" maxlength="500" autocomplete="off"></fieldset>
{{/PREGUNTA}}</div>
{{#ABIERTA}}<span class="est{{#VENCIDA}} VENCIDA{{/VENCIDA}}">{{#VENCIDA}}Venció el {{/VENCIDA}}{{#NO_VENCIDA}}Hasta el {{/NO_VENCIDA}}{{LIMITE}}</span>
{{/ABIERTA}}</li>
{{/TAREAS}}</ul>
{{/PERSONAS}}{{#HAY_ARCHIVO}}<p class="hint">Fotos y archivos: hasta diez y 8 MB en total por vez. Si tiene más, guarde y siga.</p>
{{/HAY_ARCHIVO}}<div class="acc"><button>Guardar</button></div>
</form>
{{/HAY_TAREAS}}
