{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Tareas pendientes</h1>
<p class="lead">Lo que el plan de su entidad pide hacer con cada persona, desde lo más atrasado.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Marque las tareas que ya se hicieron, escriba la fecha y guarde: quedan hechas juntas, con su lista de asistencia si la adjunta. También puede marcar por el jefe o la persona si usted lo comprobó. Las etapas culminan aparte, desde «Pendientes».</p></details>
<form method="get" class="filtros noimp" novalidate>
{{>CAMPO_VER}}
{{>CAMPO_QUIEN}}
<button class="sec">Ver</button>
</form>
{{#HAY_SOLO}}<div class="nota"><p>Solo la tarea «{{SOLO}}». <a href="/orh/tareas?ver=TODAS">Ver todas las tareas</a></p></div>
{{/HAY_SOLO}}{{#HAY_FILAS}}<form method="post" enctype="multipart/form-data" novalidate>
{{>CSRF}}
<input type="hidden" name="ver" value="{{VER}}">
<input type="hidden" name="quien" value="{{FILTRO_QUIEN}}">
<input type="hidden" name="actividad" value="{{ACTIVIDAD}}">
<input type="hidden" name="despues" value="{{DESPUES}}">
<table class="apila" id="f-tarea" tabindex="-1">
<caption class="vh">Tareas pendientes de su entidad</caption>
<thead><tr><th scope="col">Tarea</th><th scope="col">Persona</th><th scope="col">Para el</th><th scope="col">Quién actúa</th></tr></thead>
<tbody>
{{#FILAS}}<tr><th scope="row">{{#DE_ORH}}<input type="hidden" name="pagina" value="{{ID}}.{{VERSION}}">{{/DE_ORH}}<label class="opt"><input type="checkbox" name="tarea" value="{{ID}}.{{VERSION}}"{{#MARCADA}} checked{{/MARCADA}}> {{TITULO}}<span class="vh">, {{NOMBRE}}</span></label></th>
<td data-label="Persona">{{NOMBRE}} <a href="/servidor/{{VINCULO_ID}}/tareas">Ver sus tareas<span class="vh">: {{NOMBRE}}</span></a> <span class="hint">{{ETAPA}}</span></td>
<td data-label="Para el">{{LIMITE}} <span class="{{#VENCIDA}}est VENCIDA{{/VENCIDA}}{{#NO_VENCIDA}}hint{{/NO_VENCIDA}}">{{#VENCIDA}}hace {{DIAS:x-miles}} {{DIAS:x-segun=día/días}}{{/VENCIDA}}{{#NO_VENCIDA}}{{#HAY_DIAS}}en {{DIAS:x-miles}} {{DIAS:x-segun=día/días}}{{/HAY_DIAS}}{{#NO_DIAS}}hoy{{/NO_DIAS}}{{/NO_VENCIDA}}</span></td>
<td data-label="Quién actúa">{{QUIEN}}{{#HAY_JEFE}}: {{JEFE}}{{/HAY_JEFE}}{{#PIDE_EVIDENCIA}}. <a href="/tarea/{{ID}}/evidencia">Subir su evidencia<span class="vh">: {{TITULO}}, {{NOMBRE}}</span></a>{{/PIDE_EVIDENCIA}}</td></tr>
{{/FILAS}}</tbody>
</table>
{{#HAY_DE_ORH}}{{>CAMPO_TODAS}}
{{/HAY_DE_ORH}}{{>CAMPO_FECHA}}
{{>CAMPO_ARCHIVO}}
<div class="acc"><button>Guardar: se hicieron</button></div>
</form>
{{>PAGINAS}}
{{/HAY_FILAS}}{{#NO_FILAS}}<div class="nota"><p>No hay tareas pendientes en esta vista. <a href="/orh/tareas?ver=TODAS">Vea todas las que faltan</a> o <a href="/orh/inicio">vuelva al inicio</a>.</p></div>
{{/NO_FILAS}}
