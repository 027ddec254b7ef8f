{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
{{#DE_SERVIDOR}}<h1>Mi inducción</h1>
<p class="lead">En qué va cada etapa, quién debe actuar y hasta cuándo.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Siga sus tres etapas y revise los datos que su entidad registró. Si un dato está mal, pida a su oficina de recursos humanos que lo corrija: usted no pierde lo que ya culminó, tampoco si cambia de entidad.</p></details>
{{#ENCUESTA}}<div class="nota noimp"><p>Terminó sus tres etapas. <a href="/encuesta/responder">Cuente cómo le fue</a>: es corto y sin su nombre.</p></div>
{{/ENCUESTA}}{{#SIN_VINCULO}}<div class="nota"><p>Su entidad todavía no registra su ingreso en el portal. Pregunte a su oficina de recursos humanos.</p></div>
{{/SIN_VINCULO}}{{#VINCULOS}}<h2>{{PUESTO}}, {{ENTIDAD}}</h2>
<p class="hint">{{#VIGENTE}}Desde el {{INGRESO:x-largo}}{{/VIGENTE}}{{#NO_VIGENTE}}Del {{INGRESO:x-largo}} al {{CESE:x-largo}}{{/NO_VIGENTE}}{{#HAY_EDICION}} · {{EDICION}}{{/HAY_EDICION}}</p>
{{#HAY_ETAPAS}}<ol class="tareas">
{{#ETAPAS}}<li><div><strong>{{#DE_ESTADO}}A. Inducción general al Estado{{/DE_ESTADO}}{{#DE_ENTIDAD}}B. Inducción general a la entidad{{/DE_ENTIDAD}}{{#DE_PUESTO}}C. Inducción específica al puesto{{/DE_PUESTO}}</strong>
<p class="hint">{{#HAY_FIN}}Culminó el {{FIN:x-largo}}.{{/HAY_FIN}}{{#NO_FIN}}{{#ABIERTA}}Hasta el {{LIMITE:x-largo}}. {{#DE_ESTADO}}Le toca a usted: el curso en línea de SERVIR.{{/DE_ESTADO}}{{#DE_ENTIDAD}}Le toca a la ORH convocarle.{{/DE_ENTIDAD}}{{#DE_PUESTO}}Le toca a su jefe inmediato recibirle.{{/DE_PUESTO}}{{/ABIERTA}}{{/NO_FIN}}{{#HAY_MOTIVO}} {{MOTIVO}}{{/HAY_MOTIVO}}{{#HAY_CONFORMIDAD}} {{CONFORMIDAD}}{{/HAY_CONFORMIDAD}}</p>
{{#PREGUNTABLE}}<p class="noimp"><a href="/etapa/{{ID}}/conformidad">{{#RESPONDIDA}}Cambiar su respuesta{{/RESPONDIDA}}{{#NO_RESPONDIDA}}Confirmar que la recibió{{/NO_RESPONDIDA}}<span class="vh">: etapa {{#DE_ENTIDAD}}B{{/DE_ENTIDAD}}{{#DE_PUESTO}}C{{/DE_PUESTO}}</span></a></p>
{{/PREGUNTABLE}}</div>
<span class="est {{ESTADO}}">{{ESTADO:x-palabra}}</span></li>
{{/ETAPAS}}</ol>
{{#HAY_TAREAS}}<h3>Mis tareas</h3>
<ul class="tareas">
{{#TAREAS}}<li><div><strong>{{TITULO}}</strong>
<p class="hint">Para el {{LIMITE}}.{{#PIDE_EVIDENCIA}} Pide una foto o un archivo.{{/PIDE_EVIDENCIA}}</p>
<p class="noimp">{{#PIDE_EVIDENCIA}}<a href="/tarea/{{ID}}/evidencia">Subir la foto o el archivo<span class="vh"> de {{TITULO}}</span></a>{{/PIDE_EVIDENCIA}}{{#NO_PIDE_EVIDENCIA}}<a href="/tarea/{{ID}}/marcar">Marcar que ya la hice<span class="vh">: {{TITULO}}</span></a>{{/NO_PIDE_EVIDENCIA}}</p></div>
<span class="est{{#VENCIDA}} VENCIDA{{/VENCIDA}}">{{#VENCIDA}}Vencida{{/VENCIDA}}{{#NO_VENCIDA}}Pendiente{{/NO_VENCIDA}}</span></li>
{{/TAREAS}}</ul>
{{/HAY_TAREAS}}<p><a href="/servidor/{{ID}}/tareas">Ver todas las tareas de mi inducción<span class="vh"> como {{PUESTO}}</span></a></p>
{{/HAY_ETAPAS}}{{#NO_ETAPAS}}<p class="hint">Este vínculo no tiene etapas registradas.</p>
{{/NO_ETAPAS}}<dl class="ficha">
<div><dt>Unidad</dt><dd>{{#HAY_ORGANO}}{{ORGANO}}{{/HAY_ORGANO}}{{#NO_ORGANO}}<span class="hint">No registrada</span>{{/NO_ORGANO}}</dd></div>
<div><dt>Jefe inmediato</dt><dd>{{#HAY_JEFE}}{{JEFE}}{{/HAY_JEFE}}{{#NO_JEFE}}<span class="hint">Su ORH aún no lo indica</span>{{/NO_JEFE}}</dd></div>
<div><dt>Régimen</dt><dd>{{REGIMEN}}</dd></div>
<div><dt>Modalidad</dt><dd>{{MODALIDAD:x-palabra}}</dd></div>
</dl>
{{/VINCULOS}}<h2>Mis datos en el portal</h2>
<dl class="ficha">
<div><dt>Nombre</dt><dd>{{NOMBRE}}</dd></div>
<div><dt>Documento</dt><dd>{{DOCUMENTO}}</dd></div>
<div><dt>Correo</dt><dd>{{#HAY_CORREO}}{{CORREO}}{{/HAY_CORREO}}{{#NO_CORREO}}<span class="hint">No registrado</span>{{/NO_CORREO}}</dd></div>
<div><dt>Celular</dt><dd>{{#HAY_CELULAR}}{{CELULAR}}{{/HAY_CELULAR}}{{#NO_CELULAR}}<span class="hint">No registrado</span>{{/NO_CELULAR}}</dd></div>
{{#HAY_NACIMIENTO}}<div><dt>Nacimiento</dt><dd>{{NACIMIENTO:x-largo}}</dd></div>
{{/HAY_NACIMIENTO}}</dl>
<p class="noimp"><a href="/mi/datos">Corregir mi correo o celular</a></p>
<p>Los registró la oficina de recursos humanos de su entidad. <a href="/publico/privacidad">Para qué se usan y cuáles son sus derechos</a>.</p>
{{/DE_SERVIDOR}}{{#DE_JEFE}}<h1>Personas a mi cargo</h1>
<p class="lead">La inducción específica al puesto la conduce usted, como jefe inmediato.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Vea a quién debe recibir y hasta cuándo: explíquele sus funciones, metas y con quién trabajará. Cuando termine, márquele, escriba la fecha y guarde. Si se equivoca, use «Deshacer».</p></details>
{{#HAY_PERSONAS}}<form method="post" novalidate>
{{>CSRF}}
<table class="apila" id="f-etapa">
<caption class="vh">Personas a su cargo y su inducción específica</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Puesto</th><th scope="col">Ingreso</th><th scope="col">Etapa C</th><th scope="col">Qué sigue</th></tr></thead>
<tbody>
{{#PERSONAS}}<tr><th scope="row">{{#MARCABLE}}<label class="opt"><input type="checkbox" name="etapa" value="{{ETAPA_ID}}.{{VERSION}}"{{#MARCADA}} checked{{/MARCADA}}> {{NOMBRE}}</label> {{/MARCABLE}}{{#NO_MARCABLE}}{{#ABIERTA}}{{NOMBRE}} {{/ABIERTA}}{{/NO_MARCABLE}}<a href="/servidor/{{ID}}/ficha">{{#ABIERTA}}Ver su ficha<span class="vh">: {{NOMBRE}}</span>{{/ABIERTA}}{{#NO_ABIERTA}}{{NOMBRE}}{{/NO_ABIERTA}}</a></th>
<td data-label="Puesto">{{PUESTO}}, {{ENTIDAD}}</td>
<td data-label="Ingreso">{{INGRESO}}</td>
<td data-label="Etapa C">{{#HAY_ESTADO}}<span class="est {{ESTADO}}">{{ESTADO:x-palabra}}</span>{{/HAY_ESTADO}}{{#NO_ESTADO}}<span class="hint">Sin etapas</span>{{/NO_ESTADO}}</td>
<td data-label="Qué sigue">{{#ABIERTA}}Le toca a usted{{#VENCIDA}}: venció el {{LIMITE}}{{/VENCIDA}}{{#NO_VENCIDA}}, hasta el {{LIMITE}}{{/NO_VENCIDA}}{{/ABIERTA}}{{#HAY_FALTA}}. Falta: {{FALTA}}{{/HAY_FALTA}}{{#HAY_OBSERVACION}}. SERVIR observó: {{OBSERVACION}}{{/HAY_OBSERVACION}}{{#NO_ABIERTA}}{{#HAY_FIN}}Culminó el {{FIN}}{{/HAY_FIN}}{{/NO_ABIERTA}}{{#DESHACIBLE}} <a href="/etapa/{{ETAPA_ID}}/marcar">Deshacer<span class="vh"> la de {{NOMBRE}}</span></a> <a href="/etapa/{{ETAPA_ID}}/conformidad">{{#PREGUNTADA}}¿Está conforme?{{/PREGUNTADA}}{{#NO_PREGUNTADA}}Su conformidad{{/NO_PREGUNTADA}}<span class="vh"> con la de {{NOMBRE}}</span></a>{{/DESHACIBLE}} <a href="/servidor/{{ID}}/tareas">{{#HAY_TAREAS_PENDIENTES}}Sus tareas ({{TAREAS_PENDIENTES}} por hacer){{/HAY_TAREAS_PENDIENTES}}{{#NO_TAREAS_PENDIENTES}}Sus tareas{{/NO_TAREAS_PENDIENTES}}<span class="vh">: {{NOMBRE}}</span></a></td></tr>
{{/PERSONAS}}</tbody>
</table>
{{#HAY_ABIERTAS}}{{>CAMPO_FECHA}}
<div class="acc"><button>Guardar: terminaron su inducción</button></div>
{{/HAY_ABIERTAS}}</form>
{{/HAY_PERSONAS}}{{#NO_PERSONAS}}<div class="nota"><p>Nadie figura a su cargo. Si recibió a alguien, pida a su oficina de recursos humanos que le indique como jefe inmediato.</p></div>
{{/NO_PERSONAS}}{{/DE_JEFE}}
