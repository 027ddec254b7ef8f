{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Tareas de {{NOMBRE}}</h1>
<p class="lead">{{PUESTO}}, desde el {{INGRESO:x-largo}}.{{#HAY_TAREAS}} {{LISTAS}} de {{TOTAL}} {{TOTAL:x-segun=tarea resuelta/tareas resueltas}}.{{/HAY_TAREAS}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Primero están las tareas que le tocan a usted. Marque las que se hicieron, revise la fecha y guarde. Si una pide evidencia, suba un archivo o una foto. Una etapa culmina cuando sus tareas obligatorias están hechas.</p></details>
{{#SIN_TAREAS}}<div class="nota"><p>No tiene tareas: cuando se registró, su entidad no tenía un plan de inducción publicado. Sus etapas se marcan desde su ficha.</p></div>
{{/SIN_TAREAS}}{{#HAY_TAREAS}}<form method="post" novalidate id="f-tarea" tabindex="-1">
{{>CSRF}}
<h2>Le toca a usted</h2>
{{#NO_MIAS}}<p>No tiene tareas pendientes con esta persona.</p>
{{/NO_MIAS}}<ul class="tareas">
{{#MIAS}}<li><div>{{#MARCABLE}}<label class="opt"><input type="checkbox" name="tarea" value="{{ID}}.{{VERSION}}"{{#MARCADA}} checked{{/MARCADA}}> {{TITULO}}</label>{{/MARCABLE}}{{#NO_MARCABLE}}{{TITULO}}{{/NO_MARCABLE}}
<p class="hint">{{ETAPA}}. Para el {{LIMITE}}.{{#OPCIONAL}} Opcional.{{/OPCIONAL}}{{#FALTA_EVIDENCIA}} Pide evidencia.{{/FALTA_EVIDENCIA}}</p>
<p class="noimp">{{#ADMITE}}<a href="/tarea/{{ID}}/evidencia">{{#FALTA_EVIDENCIA}}Subir la foto o el archivo{{/FALTA_EVIDENCIA}}{{#NO_FALTA_EVIDENCIA}}Evidencias ({{ARCHIVOS}}){{/NO_FALTA_EVIDENCIA}}<span class="vh"> de {{TITULO}}</span></a>{{/ADMITE}} <a href="/tarea/{{ID}}/marcar">Ver la tarea<span class="vh"> {{TITULO}}</span></a></p></div>
<span class="est{{#VENCIDA}} VENCIDA{{/VENCIDA}}">{{#VENCIDA}}Vencida{{/VENCIDA}}{{#NO_VENCIDA}}Pendiente{{/NO_VENCIDA}}</span></li>
{{/MIAS}}</ul>
{{#HAY_OTRAS}}<h2>Les toca a otros</h2>
<ul class="tareas">
{{#OTRAS}}<li><div>{{#MARCABLE}}<label class="opt"><input type="checkbox" name="tarea" value="{{ID}}.{{VERSION}}"{{#MARCADA}} checked{{/MARCADA}}> {{TITULO}}</label>{{/MARCABLE}}{{#NO_MARCABLE}}{{TITULO}}{{/NO_MARCABLE}}
<p class="hint">{{QUIEN}}. {{ETAPA}}. Para el {{LIMITE}}.{{#OPCIONAL}} Opcional.{{/OPCIONAL}}{{#FALTA_EVIDENCIA}} Pide evidencia.{{/FALTA_EVIDENCIA}}</p>
<p class="noimp">{{#ADMITE}}<a href="/tarea/{{ID}}/evidencia">Evidencias ({{ARCHIVOS}})<span class="vh"> de {{TITULO}}</span></a>{{/ADMITE}} <a href="/tarea/{{ID}}/marcar">Ver la tarea<span class="vh"> {{TITULO}}</span></a></p></div>
<span class="est{{#VENCIDA}} VENCIDA{{/VENCIDA}}">{{#VENCIDA}}Vencida{{/VENCIDA}}{{#NO_VENCIDA}}Pendiente{{/NO_VENCIDA}}</span></li>
{{/OTRAS}}</ul>
{{/HAY_OTRAS}}{{#HAY_HECHAS}}<h2>Resueltas o de etapas cerradas</h2>
<ul class="tareas">
{{#HECHAS}}<li><div>{{TITULO}}
<p class="hint">{{QUIEN}}. {{ETAPA}}. {{#HECHA}}Hecha el {{HECHA_EL}}.{{/HECHA}}{{#SIN_HACER}}No se marcó: su etapa ya no está abierta.{{/SIN_HACER}}{{#HAY_MOTIVO}} {{MOTIVO}}.{{/HAY_MOTIVO}}{{#HAY_QUIEN_MARCO}} La marcó: {{QUIEN_MARCO}}.{{/HAY_QUIEN_MARCO}}{{#FALTA_EVIDENCIA}} Falta su evidencia.{{/FALTA_EVIDENCIA}}</p>
{{#DESHACIBLE}}<label class="opt noimp"><input type="checkbox" name="desmarcar" value="{{ID}}.{{VERSION}}"> Deshacer<span class="vh">: {{TITULO}}</span></label>
{{/DESHACIBLE}}<p class="noimp"><a href="/tarea/{{ID}}/evidencia">Evidencias ({{ARCHIVOS}})<span class="vh"> de {{TITULO}}</span></a></p></div>
<span class="est {{ESTADO}}">{{#HECHA}}Hecha{{/HECHA}}{{#SIN_HACER}}Etapa: {{ESTADO:x-palabra}}{{/SIN_HACER}}{{#NO_APLICA}}No le corresponde{{/NO_APLICA}}</span></li>
{{/HECHAS}}</ul>
{{/HAY_HECHAS}}{{#PUEDE}}{{>CAMPO_FECHA}}
<div class="acc"><button>Guardar</button></div>
{{/PUEDE}}</form>
{{/HAY_TAREAS}}<p class="noimp"><a href="/servidor/{{ID}}/ficha">Ver la ficha</a></p>
